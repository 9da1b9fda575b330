package ecpay.acceptance.telling;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.acceptance.actor.Exchange;

/** Listens to a story. */
public interface Narrator {

  /** A new part of the story begins. */
  void chapter(String title);

  /** One sentence of it. */
  void says(String sentence);

  /** An actor has called the platform or a page. */
  void heard(Exchange exchange);

  /** Something went over the wire between the platform and ECPay. */
  void wire(JsonNode exchange);

  /** Listens without a word. */
  Narrator SILENT =
      new Narrator() {
        @Override
        public void chapter(String title) {}

        @Override
        public void says(String sentence) {}

        @Override
        public void heard(Exchange exchange) {}

        @Override
        public void wire(JsonNode exchange) {}
      };
}
