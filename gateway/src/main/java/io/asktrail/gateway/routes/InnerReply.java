package io.asktrail.gateway.routes;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** Hands a reply of the inside on to the caller, as it comes. */
final class InnerReply {
    // Of the connection behind us, or said by our own server.
    private static final Set<String> LEFT_OUT = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "date",
            "server");
    private static final int BUFFER = 8192;

    private InnerReply() {}

    /** @throws SocketTimeoutException when it takes longer than that in all */
    static void handOn(ClassicHttpResponse inner, HttpServletResponse outer, Duration within) throws IOException {
        outer.setStatus(inner.getCode());
        for (Iterator<Header> headers = inner.headerIterator(); headers.hasNext(); ) {
            var header = headers.next();
            if (!LEFT_OUT.contains(header.getName().toLowerCase(Locale.ROOT))) {
                outer.addHeader(header.getName(), header.getValue());
            }
        }
        if (inner.getEntity() != null) {
            copy(inner.getEntity().getContent(), outer, within);
        }
    }

    /**
     * Whatever has come is sent when nothing more is there at once: an event or a row must not wait for the next one. Of a
     * JSON document nobody can use a part; sent as a whole it has a length and costs one write instead of two.
     */
    private static void copy(InputStream from, HttpServletResponse outer, Duration within) throws IOException {
        var inParts = !isDocument(outer.getContentType());
        var end = System.nanoTime() + within.toNanos();
        var to = outer.getOutputStream();
        var buffer = new byte[BUFFER];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            to.write(buffer, 0, read);
            if (inParts && read < BUFFER && from.available() == 0) {
                to.flush();
            }
            if (System.nanoTime() > end) {
                throw new SocketTimeoutException("the reply did not end in time");
            }
        }
    }

    private static boolean isDocument(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        var type = MediaType.parseMediaType(contentType);
        return type.getSubtype().equals("json") || "json".equals(type.getSubtypeSuffix());
    }
}
