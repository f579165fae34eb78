import type { DependencyReader } from '../dependency-reader.ts';

const reference =
  /<(?:PackageReference|PackageVersion|FrameworkReference|package)\s[^<>]{0,500}?\b(?:Include|id)\s{0,9}=\s{0,9}"([^"]{1,200})"/g;
const sdk = /<Project\s[^<>]{0,500}?\bSdk\s{0,9}=\s{0,9}"([^"]{1,200})"/g;

/** .NET project files: packages, frameworks and the SDK that the project is built with, in lower case. */
export const dotnetProject: DependencyReader = {
  ecosystem: 'nuget',
  files: ['*.csproj', '*.fsproj', '*.vbproj', 'Directory.Packages.props', 'Directory.Build.props', 'packages.config'],
  whole: true,
  *read(text) {
    for (const pattern of [reference, sdk]) {
      for (const [, name = ''] of text.matchAll(pattern)) yield name.toLowerCase();
    }
  },
};
