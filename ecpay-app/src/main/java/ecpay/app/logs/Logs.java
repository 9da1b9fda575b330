package ecpay.app.logs;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ecpay.app.settings.Settings.LogFormat;
import org.slf4j.LoggerFactory;

/** Chooses how log lines look. They go to standard error; standard output is for answers. */
public final class Logs {
  private Logs() {}

  /** Text is what {@code logback.xml} says already. */
  public static void use(LogFormat format) {
    switch (format) {
      case TEXT -> {}
      case JSON -> useJson();
    }
  }

  private static void useJson() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context
        && context.getLogger("ROOT").getAppender("OUT")
            instanceof ConsoleAppender<ILoggingEvent> out) {
      JsonEncoder encoder = new JsonEncoder();
      encoder.setContext(context);
      encoder.setWithContext(false);
      encoder.setWithSequenceNumber(false);
      encoder.setWithNanoseconds(false);
      encoder.setWithMessage(false);
      encoder.setWithArguments(false);
      encoder.setWithFormattedMessage(true);
      encoder.start();
      out.setEncoder(encoder);
    }
  }
}
