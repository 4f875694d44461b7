package io.asktrail.service.stream;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/**
 * Sends an {@link InputStream} that a controller returns and closes it. Only this half is missing: the client of an
 * agent's interface reads one by itself.
 */
final class StreamWriter extends AbstractHttpMessageConverter<InputStream> {
    StreamWriter() {
        super(MediaType.APPLICATION_OCTET_STREAM, MediaType.ALL);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return InputStream.class.isAssignableFrom(type);
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected InputStream readInternal(Class<? extends InputStream> type, HttpInputMessage message) {
        throw new HttpMessageNotReadableException("streams are only written here", message);
    }

    @Override
    protected void writeInternal(InputStream stream, HttpOutputMessage message) throws IOException {
        try (stream) {
            stream.transferTo(message.getBody());
        }
        message.getBody().flush();
    }
}
