/** Changes with any of the files. */
declare const VERSION: string;

/** The app's own files, as paths. */
declare const FILES: readonly string[];
