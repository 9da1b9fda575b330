package ecpay.domain.contract;

import ecpay.domain.answer.Delivery;
import java.time.Instant;

/**
 * What a merchant wants of a contract, and how far it has come.
 *
 * @param wantedAt when it was asked for
 */
public record PendingAction(ContractAction action, Instant wantedAt, Delivery delivery) {
  PendingAction(ContractAction action, Instant wantedAt) {
    this(action, wantedAt, Delivery.Due.NEW);
  }

  PendingAction with(Delivery next) {
    return new PendingAction(action, wantedAt, next);
  }
}
