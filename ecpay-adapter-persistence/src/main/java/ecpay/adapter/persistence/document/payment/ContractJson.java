package ecpay.adapter.persistence.document.payment;

import ecpay.adapter.persistence.document.json.Json;
import ecpay.domain.answer.Delivery;
import ecpay.domain.contract.Agreement;
import ecpay.domain.contract.Charge;
import ecpay.domain.contract.ContractAction;
import ecpay.domain.contract.Ending;
import ecpay.domain.contract.PendingAction;
import ecpay.domain.contract.PeriodicContract;
import ecpay.domain.order.OrderId;
import ecpay.domain.payment.report.PaymentFailure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a contract has come.
 *
 * @param triedAgainAt set once a refused charge was tried again
 */
record ContractJson(
    List<ChargeJson> charges,
    String lookedAt,
    @Nullable String triedAgainAt,
    @Nullable PendingJson pending,
    @Nullable EndingJson ending) {

  static ContractJson of(PeriodicContract contract) {
    return new ContractJson(
        contract.charges().stream().map(ChargeJson::of).toList(),
        contract.lookedAt().toString(),
        contract.triedAgainAt().map(Instant::toString).orElse(null),
        contract.pending().map(PendingJson::of).orElse(null),
        contract
            .ending()
            .map(ending -> new EndingJson(ending.state(), ending.at().toString()))
            .orElse(null));
  }

  PeriodicContract contract(Agreement agreement) {
    return new PeriodicContract(
        agreement,
        charges.stream().map(ChargeJson::charge).toList(),
        Instant.parse(lookedAt),
        Optional.ofNullable(triedAgainAt).map(Instant::parse),
        Optional.ofNullable(pending).map(PendingJson::pending),
        Optional.ofNullable(ending).map(end -> new Ending(end.state, Instant.parse(end.at))));
  }

  record EndingJson(PeriodicContract.State state, String at) {}

  /**
   * @param number set when money came, as is the order
   * @param code set when none came, as is the message
   */
  record ChargeJson(
      int turn,
      long authorizationId,
      String ecpayTradeNo,
      String at,
      int number,
      @Nullable String order,
      @Nullable String code,
      @Nullable String message) {

    static ChargeJson of(Charge charge) {
      return switch (charge.result()) {
        case Charge.Result.Charged(int number, OrderId order) ->
            of(charge, number, order.value(), null, null);
        case Charge.Result.Failed(PaymentFailure failure) ->
            of(charge, 0, null, failure.code(), failure.message());
      };
    }

    private static ChargeJson of(
        Charge charge,
        int number,
        @Nullable String order,
        @Nullable String code,
        @Nullable String message) {
      return new ChargeJson(
          charge.turn(),
          charge.authorizationId(),
          charge.ecpayTradeNo(),
          charge.at().toString(),
          number,
          order,
          code,
          message);
    }

    Charge charge() {
      return new Charge(turn, authorizationId, ecpayTradeNo, Instant.parse(at), result());
    }

    private Charge.Result result() {
      return order == null
          ? new Charge.Result.Failed(
              new PaymentFailure(
                  Optional.ofNullable(code).orElse(""), Optional.ofNullable(message).orElse("")))
          : new Charge.Result.Charged(number, new OrderId(order));
    }
  }

  /**
   * @param at empty while the call has not left
   * @param flag whether it is a repeat, or of a lost one whether it may leave again
   */
  record PendingJson(
      ContractAction action, String wantedAt, String delivery, @Nullable String at, boolean flag) {

    static PendingJson of(PendingAction pending) {
      return switch (pending.delivery()) {
        case Delivery.Due(boolean repeat) -> of(pending, "DUE", null, repeat);
        case Delivery.Sent(Instant at, boolean repeat) ->
            of(pending, "SENT", at.toString(), repeat);
        case Delivery.Lost(Instant at, boolean resendable) ->
            of(pending, "LOST", at.toString(), resendable);
      };
    }

    private static PendingJson of(
        PendingAction pending, String delivery, @Nullable String at, boolean flag) {
      return new PendingJson(pending.action(), pending.wantedAt().toString(), delivery, at, flag);
    }

    PendingAction pending() {
      return new PendingAction(action, Instant.parse(wantedAt), call());
    }

    private Delivery call() {
      return switch (delivery) {
        case "DUE" -> new Delivery.Due(flag);
        case "SENT" -> new Delivery.Sent(Instant.parse(String.valueOf(at)), flag);
        case "LOST" -> new Delivery.Lost(Instant.parse(String.valueOf(at)), flag);
        default -> throw Json.unknownKind("delivery", delivery);
      };
    }
  }
}
