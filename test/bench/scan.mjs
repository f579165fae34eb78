// Scans a tree of many small files, in a process of its own each time, and prints time and peak memory, so that memory that
// grows with the number of files shows. Needs dist/: npm run build.
// node test/bench/scan.mjs [files, 100000]
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const most = Number(process.argv[2] ?? 100_000) || 100_000;
/** In megabytes, of which a scan of ten files takes half: the collector waits that long. */
const memoryBudget = 128;
const home = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const contents = {
  'package.json': '{"dependencies":{"express":"4"}}',
  'App.java': 'import org.springframework.boot.SpringApplication;\nclass App {}\n',
  'main.go': 'package main\nimport (\n\t"github.com/gin-gonic/gin"\n)\n',
  'index.ts': "import express from 'express';\nexport const app = express();\n",
  'deploy.yaml': 'apiVersion: apps/v1\nkind: Deployment\n',
  'views.py': 'from django.db import models\n',
  'notes.md': '# Notes\n',
  'logo.png': '\u0000\u0001',
};
const names = Object.keys(contents);

function measure(files) {
  const folder = mkdtempSync(join(tmpdir(), 'careerpath-scan-'));
  try {
    writeFileSync(join(folder, '.gitignore'), '*.log\n/tmp/\n');
    for (let i = 0; i < files; i++) {
      const inside = join(folder, `d${Math.floor(i / 1000)}`, `e${Math.floor(i / 40)}`, `f${Math.floor(i / names.length)}`);
      const name = names[i % names.length];
      if (i % names.length === 0) mkdirSync(inside, { recursive: true });
      writeFileSync(join(inside, name), contents[name]);
    }
    const report = 'process.on("exit", () => process.stderr.write("rss " + process.resourceUsage().maxRSS));';
    const probe = `data:text/javascript,${encodeURIComponent(report)}`;
    const command = ['--import', probe, join(home, 'bin', 'careerpath.js'), 'scan', folder, '-f', 'json'];
    const start = process.hrtime.bigint();
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    if (status !== 0) throw new Error(`scan ended with ${status}: ${stderr}`);
    const megabytes = Number(/rss (\d+)/.exec(stderr)[1]) / 1024;
    const { scanned, results } = JSON.parse(stdout);
    console.log(
      `${scanned.files} files: ${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} MB at most, ${results.length} skills seen`,
    );
    return megabytes;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

measure(10);
measure(Math.floor(most / 10));
const megabytes = measure(most);
console.log(`budget ${memoryBudget} MB: ${megabytes <= memoryBudget ? 'within' : 'over'}`);
