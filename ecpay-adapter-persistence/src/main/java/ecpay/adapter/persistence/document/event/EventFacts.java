package ecpay.adapter.persistence.document.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.persistence.document.json.Json;
import ecpay.domain.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** A kind of event and its facts by name: amounts in TWD, times in ISO 8601, all else text. */
record EventFacts(String kind, ObjectNode body) {

  static EventFacts of(String kind) {
    return new EventFacts(kind, Json.object());
  }

  /** Adds a fact; ids and numbers are written as they print. */
  EventFacts with(String name, Object fact) {
    body.put(name, fact.toString());
    return this;
  }

  EventFacts with(String name, Money amount) {
    body.put(name, amount.twd());
    return this;
  }

  /** Adds a fact that an event may lack. */
  EventFacts with(String name, Optional<BigDecimal> amount) {
    amount.ifPresent(twd -> body.put(name, twd.toPlainString()));
    return this;
  }

  /** An amount with decimals; empty when the event lacks it. */
  Optional<BigDecimal> maybeAmount(String name) {
    return body.has(name) ? Optional.of(new BigDecimal(text(name))) : Optional.empty();
  }

  String text(String name) {
    JsonNode fact = fact(name);
    if (!fact.isTextual()) {
      throw missing(name);
    }
    return fact.textValue();
  }

  Money money(String name) {
    JsonNode fact = fact(name);
    if (!fact.isIntegralNumber()) {
      throw missing(name);
    }
    return Money.of(fact.longValue());
  }

  Instant time(String name) {
    return Instant.parse(text(name));
  }

  private JsonNode fact(String name) {
    return body.path(name);
  }

  private IllegalArgumentException missing(String name) {
    return new IllegalArgumentException(kind + " without " + name);
  }
}
