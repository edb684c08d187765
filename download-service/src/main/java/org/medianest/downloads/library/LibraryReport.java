package org.medianest.downloads.library;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether files and downloads belong together; after a restore they may not. */
@Schema(description = "Whether the files of the library and the finished downloads belong together")
public record LibraryReport(
        @Schema(description = "When the comparison began") Instant checkedAt,

        @Schema(description = "How many finished downloads there are")
        long downloads,

        @Schema(description = "How many files there are, pictures aside")
        long files,

        @Schema(description = "How many finished downloads have lost their file")
        long downloadsWithoutFile,

        @Schema(description = "The first hundred of them") List<LostFile> lostFiles,

        @Schema(description = "How many files belong to no download")
        long filesWithoutDownload,

        @Schema(description = "The first hundred of them") List<StrayFile> strayFiles) {

    public LibraryReport {
        lostFiles = List.copyOf(lostFiles);
        strayFiles = List.copyOf(strayFiles);
    }

    /** @param path relative to the library */
    public record LostFile(UUID download, String path) {}

    /** @param path relative to the library */
    public record StrayFile(String path, long bytes) {}
}
