package io.asktrail.service.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import io.asktrail.personal.PersonalData;
import java.nio.charset.StandardCharsets;

/**
 * Hides personal data in what another encoder wrote: message, arguments, key-value pairs and stack trace alike, in
 * whichever format a deployment has chosen.
 */
final class MaskingEncoder extends EncoderBase<ILoggingEvent> {
    private final Encoder<ILoggingEvent> encoder;

    MaskingEncoder(Encoder<ILoggingEvent> encoder) {
        this.encoder = encoder;
        setContext(encoder.getContext());
    }

    @Override
    public byte[] headerBytes() {
        return encoder.headerBytes();
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        var written = encoder.encode(event);
        var text = new String(written, StandardCharsets.UTF_8);
        var masked = PersonalData.mask(text);
        return masked.equals(text) ? written : masked.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] footerBytes() {
        return encoder.footerBytes();
    }
}
