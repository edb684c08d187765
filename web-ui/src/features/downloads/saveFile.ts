import type { Download } from '@/lib/api/downloads';

/** Hands the file to the browser's own downloads, which show how far they are and survive this page. */
export function saveFile(download: Download): void {
  if (download.fileUrl === null) return;
  const link = document.createElement('a');
  link.href = `${download.fileUrl}?save=true`;
  link.download = download.file?.name ?? '';
  link.click();
}
