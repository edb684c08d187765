package org.medianest.homelab.arr;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.medianest.homelab.world.World;

/** What becomes of the engine's events: the history, the files of the library and the webhooks. */
record News(Face face, World world, History history, Connect connect) {
    void tell(ArrEvent event) {
        String instance = face.appName();
        Instant now = world.clock().now();
        switch (event) {
            case ArrEvent.Added(Work work) ->
                connect.tell(
                        "on" + face.addedEvent(),
                        face.added(work).mergeIn(Payloads.event(face.addedEvent(), instance)));
            case ArrEvent.Deleted(Work work, boolean withFiles) -> deleted(work, withFiles);
            case ArrEvent.Grabbed(Download download) -> {
                download.wanted()
                        .forEach(one -> history.add(download, one, "grabbed", download.grabbed(), grabData(download)));
                connect.tell(
                        "onGrab", Payloads.grab(download, instance, face.about(download.work(), download.wanted())));
            }
            case ArrEvent.Imported(Download download, Wanted wanted, MediaFile file) ->
                imported(download, wanted, file);
            case ArrEvent.Failed(Download download) ->
                download.wanted().forEach(one -> history.add(download, one, "downloadFailed", now, grabData(download)));
            case ArrEvent.Stuck(Download download, List<String> messages) ->
                connect.tell(
                        "onManualInteractionRequired",
                        Payloads.manualInteraction(
                                download, messages, instance, face.about(download.work(), download.wanted())));
        }
    }

    private void imported(Download download, Wanted wanted, MediaFile file) {
        JsonObject data = new JsonObject()
                .put("droppedPath", "/downloads/" + download.release())
                .put("importedPath", file.path())
                .put("downloadClient", QueueRecords.CLIENT);
        history.add(download, wanted, "downloadFolderImported", file.added(), data);
        world.files().put(face.file(download.work(), wanted, file));
        connect.tell(
                "onDownload",
                Payloads.imported(
                        download, file, face.appName(), face.about(download.work(), List.of(wanted)), face.fileKey()));
    }

    private void deleted(Work work, boolean withFiles) {
        if (withFiles) {
            work.parts().stream()
                    .map(Wanted::file)
                    .filter(file -> file != null)
                    .forEach(file -> world.files().remove(file.path()));
        }
        connect.tell(
                "on" + face.deletedEvent(),
                face.added(work)
                        .put("deletedFiles", withFiles)
                        .mergeIn(Payloads.event(face.deletedEvent(), face.appName())));
    }

    private static JsonObject grabData(Download download) {
        return new JsonObject()
                .put("indexer", QueueRecords.INDEXER)
                .put("releaseGroup", "NEST")
                .put("downloadClient", QueueRecords.CLIENT)
                .put("size", Long.toString(download.size()));
    }
}
