package ecpay.domain.payment;

import java.util.Optional;

/**
 * What a report made of an attempt.
 *
 * @param payment the attempt afterwards
 * @param kind what happened to it
 * @param incident what a person should look at, if anything
 */
public record Reaction(Payment payment, Kind kind, Optional<PaymentIncident> incident) {

  /** What happened to the attempt. */
  public enum Kind {
    /** It is paid now and was not before. */
    PAID,
    /** It has failed now and had not before. */
    FAILED,
    /** The buyer holds a code to pay with now and did not before. */
    CODE_ISSUED,
    /** Nothing changed: a repeat, a simulation, or news without consequence. */
    UNCHANGED
  }

  static Reaction paid(Payment payment, Optional<PaymentIncident> incident) {
    return new Reaction(payment, Kind.PAID, incident);
  }

  static Reaction failed(Payment payment) {
    return new Reaction(payment, Kind.FAILED, Optional.empty());
  }

  static Reaction codeIssued(Payment payment) {
    return new Reaction(payment, Kind.CODE_ISSUED, Optional.empty());
  }

  static Reaction unchanged(Payment payment) {
    return new Reaction(payment, Kind.UNCHANGED, Optional.empty());
  }

  static Reaction incident(Payment payment, PaymentIncident incident) {
    return new Reaction(payment, Kind.UNCHANGED, Optional.of(incident));
  }
}
