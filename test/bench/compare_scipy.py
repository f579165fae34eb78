"""The same batch as a sparse matrix product: people x skills times skills x roles, ten best roles each, NDJSON to NDJSON.

usage: compare_scipy.py ROLES.json PEOPLE.ndjson OUT.ndjson

ROLES.json is what `careerpath roles -f json` prints. Credit is min(1, held / asked), requirements are single skills; nothing
carries over, so this does less than careerpath. To keep the product plain, people and roles are split by asked level.
"""
import json
import sys
import numpy as np
from scipy.sparse import csr_matrix

roles_path, people_path, out_path = sys.argv[1:4]
weights = {"essential": 4.0, "important": 2.0, "helpful": 1.0}
with open(roles_path, encoding="utf-8") as file:
    roles = json.load(file)["results"]
role_ids = [role["id"] for role in roles]
skill_number = {}
asked = {}
totals = np.zeros(len(roles))
for number, role in enumerate(roles):
    for requirement in role["requirements"]:
        skill = skill_number.setdefault(requirement["skill"], len(skill_number))
        weight = weights.get(requirement["importance"], requirement["importance"])
        asked.setdefault(requirement["level"], []).append((skill, number, weight))
        totals[number] += weight
shape = (len(skill_number), len(roles))
matrices = {}
for level, entries in asked.items():
    rows, columns, values = zip(*entries)
    matrices[level] = csr_matrix((values, (rows, columns)), shape=shape)

top = 10
batch = 2000


def answer(names, indptr, indices, levels, out):
    scores = np.zeros((len(names), len(roles)))
    for level, matrix in matrices.items():
        credit = np.minimum(1.0, np.asarray(levels, dtype=float) / level)
        people = csr_matrix((credit, indices, indptr), shape=(len(names), shape[0]))
        scores += (people @ matrix).toarray()
    scores = 100.0 * scores / totals
    best = np.argpartition(-scores, top, axis=1)[:, :top]
    lines = []
    for row, name in enumerate(names):
        order = best[row][np.argsort(-scores[row, best[row]], kind="stable")]
        for role in order:
            exact = scores[row, role]
            lines.append(json.dumps({"person": name, "role": role_ids[role], "score": int(exact + 1e-9), "exactScore": exact}))
    out.write("\n".join(lines))
    out.write("\n")


with open(people_path, encoding="utf-8") as people, open(out_path, "w", encoding="utf-8") as out:
    names, indptr, indices, levels = [], [0], [], []
    for line in people:
        person = json.loads(line)
        for skill, level in person["skills"].items():
            number = skill_number.get(skill)
            if number is not None:
                indices.append(number)
                levels.append(level)
        names.append(person["person"])
        indptr.append(len(indices))
        if len(names) == batch:
            answer(names, indptr, indices, levels, out)
            names, indptr, indices, levels = [], [0], [], []
    if names:
        answer(names, indptr, indices, levels, out)
