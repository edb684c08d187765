package org.medianest.compose.backup;

/** What a bad disk does to the repository. */
record Damage(BackedUpNest nest) {
    static Damage of(BackedUpNest nest) {
        return new Damage(nest);
    }

    /** Some bytes in the middle of the largest file. */
    void largestFileOfBackups() {
        nest.must("sh", "-c", """
            file=$(find "$MEDIANEST_BACKUP_FOLDER"/pgbackrest/backup -type f -printf '%s\\t%p\\n' | sort -n | tail -n 1 | cut -f2)
            printf 'damaged!damaged!damaged!damaged!' | dd of="$file" bs=1 seek=$(($(stat -c %s "$file") / 2)) conv=notrunc status=none\
            """);
    }
}
