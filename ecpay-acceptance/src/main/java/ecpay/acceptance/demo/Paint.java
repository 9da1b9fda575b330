package ecpay.acceptance.demo;

import java.io.Console;
import java.util.Optional;

/** Colours for a terminal, or none for a file. */
record Paint(boolean colourful) {

  /** Colours only where a person looks and has not asked for none (NO_COLOR). */
  static Paint forThisTerminal() {
    boolean terminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    return new Paint(terminal && System.getenv("NO_COLOR") == null);
  }

  String bold(String text) {
    return wrap("1", text);
  }

  String dim(String text) {
    return wrap("2", text);
  }

  String red(String text) {
    return wrap("31", text);
  }

  String green(String text) {
    return wrap("32", text);
  }

  String blue(String text) {
    return wrap("34", text);
  }

  private String wrap(String code, String text) {
    return colourful ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
