package ecpay.domain.payment.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.event.DomainEvent.OrderPaid;
import ecpay.domain.event.DomainEvent.PaymentReceived;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.merchant.EcpayMerchantId;
import ecpay.domain.money.Money;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.Attempt;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.payment.report.PaymentReport;
import ecpay.domain.payment.report.PaymentReport.Verdict;
import ecpay.domain.property.Property;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Shop;
import ecpay.domain.world.ecpay.ScriptedPayments;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Notices in any order and number, with failures, simulations and wrong ones among them. */
class NoticesPropertyTest {
  private static final EcpayMerchantId OURS = Samples.merchant().payments().merchantId();

  /** The words of a failure differed with the order of its notices. */
  private static final long KEPT = 6015739616730106285L;

  private static PaymentReport notice(RandomGenerator random, MerchantTradeNo tradeNo) {
    Verdict verdict =
        switch (random.nextInt(4)) {
          case 0, 1 -> new Verdict.Paid();
          case 2 ->
              new Verdict.Declined(
                  new PaymentFailure(
                      "101000" + random.nextInt(10, 13), "declined " + random.nextInt(2)));
          default -> new Verdict.Pending();
        };
    long amount = random.nextInt(5) == 0 ? 999 : 1000;
    boolean simulated = random.nextInt(5) == 0;
    EcpayMerchantId merchant = random.nextInt(8) == 0 ? new EcpayMerchantId("999") : OURS;
    return ScriptedPayments.report(merchant, tradeNo, verdict, Money.of(amount), simulated);
  }

  private static boolean pays(PaymentReport report) {
    return report.verdict() instanceof Verdict.Paid
        && report.trade().amount().equals(Money.of(1000))
        && !report.simulated()
        && report.merchantId().equals(OURS);
  }

  /** Of two notices with one meaning the first is kept, and with it its words for a person. */
  private static List<Payment> withoutWords(Shop shop) {
    return shop.payments().stream()
        .map(payment ->
            payment instanceof Payment.Failed(Attempt attempt, PaymentFailure failure)
                ? new Payment.Failed(attempt, new PaymentFailure(failure.code(), ""))
                : payment)
        .toList();
  }

  /** A shop with open forms that got these notices. */
  private static Shop told(List<PaymentMethod> forms, List<PaymentReport> notices) {
    Shop shop = new Shop();
    forms.forEach(shop::open);
    notices.forEach(shop::deliver);
    return shop;
  }

  private static List<PaymentReport> shuffledWithRepeats(
      RandomGenerator random, List<PaymentReport> notices) {
    List<PaymentReport> all = new ArrayList<>(notices);
    for (PaymentReport notice : notices) {
      all.addAll(Collections.nCopies(random.nextInt(3), notice));
    }
    Collections.shuffle(all, new Random(random.nextLong()));
    return all;
  }

  private static List<PaymentReport> notices(RandomGenerator random, List<PaymentMethod> forms) {
    List<MerchantTradeNo> tradeNumbers =
        told(forms, List.of()).payments().stream().map(Payment::tradeNo).toList();
    List<PaymentReport> notices = new ArrayList<>();
    int count = random.nextInt(1, 7);
    for (int i = 0; i < count; i++) {
      notices.add(notice(random, tradeNumbers.get(random.nextInt(tradeNumbers.size()))));
    }
    return notices;
  }

  @Rule({"R-CBK-03", "R-CBK-04", "R-PAY-09", "R-PAY-10"})
  @Test
  void anyOrderAndNumberOfNoticesEndsInTheSameState() {
    List<PaymentMethod> one = List.of(PaymentMethod.CARD);
    Property.of(300, KEPT)
        .holds(random -> {
          List<PaymentReport> notices = notices(random, one);
          Shop shop = told(one, notices);
          Shop other = told(one, shuffledWithRepeats(random, notices));
          assertThat(withoutWords(other)).isEqualTo(withoutWords(shop));
          assertThat(other.order()).isEqualTo(shop.order());
          boolean paid = notices.stream().anyMatch(NoticesPropertyTest::pays);
          assertThat(other.order().isPaid()).isEqualTo(paid);
          assertThat(other.events(OrderPaid.class)).hasSize(paid ? 1 : 0);
          assertThat(other.events(PaymentReceived.class)).hasSize(paid ? 1 : 0);
          assertThat(
                  other
                      .world
                      .books
                      .scheduled()
                      .containsKey(new FollowUp.IssueInvoice(Samples.SHOP, other.order)))
              .isEqualTo(paid);
        });
  }

  @Rule({"R-ORD-03", "R-CBK-03", "R-CBK-04"})
  @Test
  void ofTwoPaidAttemptsOnePaysTheOrderAndTheOtherIsTold() {
    List<PaymentMethod> two = List.of(PaymentMethod.CARD, PaymentMethod.ATM);
    Property.of(300, KEPT)
        .holds(random -> {
          List<PaymentReport> notices = notices(random, two);
          Shop shop = told(two, notices);
          Shop other = told(two, shuffledWithRepeats(random, notices));
          assertThat(withoutWords(other)).isEqualTo(withoutWords(shop));
          long paid =
              notices.stream()
                  .filter(NoticesPropertyTest::pays)
                  .map(PaymentReport::tradeNo)
                  .distinct()
                  .count();
          assertThat(other.payments().stream().filter(Payment.Paid.class::isInstance))
              .hasSize((int) paid);
          assertThat(other.events(OrderPaid.class)).hasSize((int) Math.min(paid, 1));
          assertThat(Collections.frequency(other.incidents(), "SECOND_PAYMENT"))
              .isEqualTo((int) Math.max(paid - 1, 0));
          assertThat(other.order().isPaid()).isEqualTo(paid > 0);
        });
  }
}
