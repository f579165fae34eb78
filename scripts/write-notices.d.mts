export function packageFolderOf(id: string): string | undefined;
export function writeNotices(moduleIds: Iterable<string>, file: string): string[];
