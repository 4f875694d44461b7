package io.asktrail.cli.answer;

import java.util.Optional;

/**
 * A file that the gateway has made.
 *
 * @param link where it is fetched, from the root of the gateway
 * @param name what it is called when it is saved, without a folder
 */
public record FileReply(String link, String name, long rows, boolean truncated) {
    /** Empty if the bytes are no such thing. */
    public static Optional<FileReply> read(byte[] json) {
        return JsonTree.parse(json)
                .map(file -> new FileReply(
                        Nodes.textOr(file, "link", ""),
                        Nodes.textOr(file, "file_name", ""),
                        file.path("rows").asLong(0),
                        file.path("truncated").asBoolean(false)))
                // A link that leads to another host, or a name that leads to another folder, is none of ours.
                .filter(file -> file.link.startsWith("/v1/"))
                .filter(file -> !file.name.isEmpty() && !file.name.contains("/") && !file.name.contains("\\"));
    }
}
