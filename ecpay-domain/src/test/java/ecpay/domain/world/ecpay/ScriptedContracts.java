package ecpay.domain.world.ecpay;

import ecpay.domain.answer.Answer;
import ecpay.domain.contract.Agreement;
import ecpay.domain.contract.ChargeReport;
import ecpay.domain.contract.ContractAction;
import ecpay.domain.contract.ContractGateway;
import ecpay.domain.contract.ContractReport;
import ecpay.domain.contract.ContractReport.Standing;
import ecpay.domain.merchant.EcpayMerchantId;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.money.Money;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.offer.Channel;
import ecpay.domain.payment.report.CardDetails;
import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.payment.report.TradeDetails;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** ECPay's side of one contract: the first charge was made, later ones as the script says. */
public final class ScriptedContracts implements ContractGateway {
  public static final Money AMOUNT = Money.of(1000);

  private final Wire wire;
  private final Clock clock;
  private final List<ChargeReport> charges = new ArrayList<>();
  private int successes = 1;
  private boolean stopped;
  private boolean known = true;
  private boolean authorizes = true;

  public ScriptedContracts(Wire wire, Clock clock) {
    this.wire = wire;
    this.clock = clock;
  }

  /** The bank pays, or refuses, a charge now; what ECPay will tell of it. */
  public ChargeReport charge(MerchantTradeNo tradeNo, boolean done) {
    return charge(tradeNo, done, clock.instant());
  }

  public ChargeReport charge(MerchantTradeNo tradeNo, boolean done, Instant at) {
    if (done) {
      successes++;
    }
    long gwsr = 1_000L + charges.size();
    ChargeReport report = report(tradeNo, done, successes, gwsr, "EC" + gwsr, at, AMOUNT, false);
    charges.add(report);
    return report;
  }

  /** The bank refuses before it gives any number. */
  public ChargeReport refuseWithoutNumber(MerchantTradeNo tradeNo, Instant at) {
    ChargeReport report = report(tradeNo, false, successes, 0, "", at, AMOUNT, false);
    charges.add(report);
    return report;
  }

  /** The bank refuses without an authorization, and ECPay's list has a TradeNo of it. */
  public void refuseNumbered(MerchantTradeNo tradeNo, String ecpayTradeNo, Instant at) {
    charges.add(report(tradeNo, false, successes, 0, ecpayTradeNo, at, AMOUNT, false));
  }

  /** The latest refused charge is tried again, and ECPay lists both under one number. */
  public void chargeUnderTheSameNumber(MerchantTradeNo tradeNo, Instant at) {
    ChargeReport refused = charges.getLast();
    successes++;
    charges.add(
        report(
            tradeNo,
            true,
            successes,
            refused.authorizationId(),
            refused.trade().ecpayTradeNo(),
            at,
            AMOUNT,
            false));
  }

  /** The bank pays another amount than was agreed; ECPay counts it. */
  public void chargeAnotherAmount(MerchantTradeNo tradeNo, Instant at) {
    successes++;
    long gwsr = 9_000L + charges.size();
    charges.add(
        report(tradeNo, true, successes, gwsr, "EC" + gwsr, at, AMOUNT.plus(Money.of(1)), false));
  }

  /** What ReAuth brings: money, or another refusal. */
  public void authorizeAgain(boolean next) {
    authorizes = next;
  }

  /** ECPay's count is wrong by so much from now on. */
  public void miscount(int by) {
    successes += by;
  }

  public void forget() {
    known = false;
  }

  /** Somebody stops it in ECPay's own back office. */
  public void stop() {
    stopped = true;
  }

  public boolean isStopped() {
    return stopped;
  }

  /** How often money came, the first charge included. */
  public int successes() {
    return successes;
  }

  public ChargeReport last() {
    return charges.getLast();
  }

  /** Any report. */
  public static ChargeReport report(
      MerchantTradeNo tradeNo,
      boolean done,
      int successes,
      long gwsr,
      String ecpayTradeNo,
      Instant at,
      Money amount,
      boolean simulated) {
    CardDetails card =
        new CardDetails(
            "",
            "",
            done ? "777777" : "",
            gwsr,
            Optional.of(at),
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "",
            "");
    TradeDetails trade =
        new TradeDetails(
            ecpayTradeNo,
            amount,
            "Credit_CreditCard",
            Optional.of(at),
            done ? Optional.of(at) : Optional.empty(),
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            Optional.of(card),
            Optional.empty());
    return new ChargeReport(
        new EcpayMerchantId("1000001"),
        tradeNo,
        done ? Optional.empty() : Optional.of(new PaymentFailure("10200058", "card refused")),
        successes,
        trade,
        simulated);
  }

  @Override
  public Answer<Optional<ContractReport>> query(Merchant merchant, Agreement agreement) {
    return wire.call(
        "QueryContract",
        () ->
            new Answer.Accepted<>(
                known ? Optional.of(told(merchant, agreement)) : Optional.empty()));
  }

  /** ECPG tells the count alone. */
  private ContractReport told(Merchant merchant, Agreement agreement) {
    boolean embedded = agreement.channel() == Channel.EMBEDDED;
    Standing standing = stopped ? Standing.STOPPED : Standing.RUNNING;
    return new ContractReport(
        merchant.payments().merchantId(),
        agreement.tradeNo(),
        embedded ? Standing.UNTOLD : standing,
        successes,
        embedded ? List.of() : charges);
  }

  @Override
  public Answer<Done> act(Merchant merchant, Agreement agreement, ContractAction action) {
    return wire.call(
        "CreditCardPeriodAction",
        () -> {
          if (stopped) {
            return new Answer.Refused<>(ALREADY_STOPPED, "stopped already");
          }
          if (action == ContractAction.CANCEL) {
            stopped = true;
          } else if (charges.isEmpty() || charges.getLast().failure().isEmpty()) {
            return new Answer.Refused<>("10200999", "nothing to try again");
          } else {
            charge(agreement.tradeNo(), authorizes);
          }
          return new Answer.Accepted<>(new Done());
        });
  }
}
