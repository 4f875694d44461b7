package io.asktrail.service.logging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.spi.AppenderAttachable;
import java.util.Iterator;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/** Puts a {@link MaskingEncoder} into every appender that writes, right after Boot has set logging up. */
public final class LogMasking implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {
    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLoggerList().forEach(logger -> mask(logger.iteratorForAppenders()));
        }
    }

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER + 1;
    }

    private static void mask(Iterator<Appender<ILoggingEvent>> appenders) {
        appenders.forEachRemaining(LogMasking::mask);
    }

    private static void mask(Appender<ILoggingEvent> appender) {
        if (appender instanceof AppenderAttachable<?> several) {
            mask(attached(several));
        }
        if (appender instanceof OutputStreamAppender<ILoggingEvent> writer
                && !(writer.getEncoder() instanceof MaskingEncoder)) {
            var masking = new MaskingEncoder(writer.getEncoder());
            masking.start();
            writer.setEncoder(masking);
        }
    }

    // An appender of events holds appenders of events.
    @SuppressWarnings("unchecked")
    private static Iterator<Appender<ILoggingEvent>> attached(AppenderAttachable<?> several) {
        return ((AppenderAttachable<ILoggingEvent>) several).iteratorForAppenders();
    }
}
