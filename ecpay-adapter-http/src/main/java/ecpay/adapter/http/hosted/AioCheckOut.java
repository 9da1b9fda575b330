package ecpay.adapter.http.hosted;

import ecpay.adapter.http.aio.AioApi.Form;
import ecpay.adapter.http.aio.AioApi.Request;
import ecpay.adapter.http.time.WireTime;
import ecpay.domain.merchant.CallbackUrls;
import ecpay.domain.merchant.EcpayMerchantId;
import ecpay.domain.order.OrderContent;
import ecpay.domain.payment.Attempt;
import ecpay.domain.payment.offer.CardOffer;
import ecpay.domain.payment.offer.Extras;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.payment.offer.PeriodicTerms;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The form with which a buyer's browser opens ECPay's page (payments-aio.md, section 2). */
record AioCheckOut(
    OrderContent order,
    Attempt attempt,
    CallbackUrls callbacks,
    EcpayMerchantId merchant,
    String language)
    implements Request {
  /** Bank SinoPac's flexible instalments. */
  private static final String FLEXIBLE = "30N";

  /** Methods that never come back to OrderResultURL. */
  private static final Set<PaymentMethod> WITHOUT_RESULT =
      EnumSet.of(
          PaymentMethod.UNION_PAY,
          PaymentMethod.ATM,
          PaymentMethod.CVS_CODE,
          PaymentMethod.CVS_BARCODE);

  /** Methods of which PaymentInfoURL tells something before there is money. */
  private static final Set<PaymentMethod> WITH_INFO =
      EnumSet.of(
          PaymentMethod.ATM, PaymentMethod.CVS_CODE, PaymentMethod.CVS_BARCODE, PaymentMethod.BNPL);

  @Override
  public String path() {
    return "/Cashier/AioCheckOut/V5";
  }

  @Override
  public void write(Form form) {
    form.put("MerchantTradeNo", attempt.tradeNo().value())
        .put("MerchantTradeDate", WireTime.payment(attempt.startedAt()))
        .put("PaymentType", "aio")
        .put("TotalAmount", attempt.amount().twd())
        .put("TradeDesc", inOneField(order.description()))
        .put("ItemName", inOneField(order.itemName()))
        .put("ReturnURL", callbacks.hosted().paymentReturn().value())
        .put("EncryptType", 1)
        .put("NeedExtraPaidInfo", "Y");
    writeMethods(form);
    writeCard(form);
    writeCodes(form);
    if (!WITHOUT_RESULT.containsAll(attempt.methods())) {
      form.put("OrderResultURL", callbacks.hosted().paymentResult().value());
    }
    form.put("ClientBackURL", callbacks.hosted().clientBack().value() + "/" + attempt.id());
    writeExtras(form, attempt.offer().extras());
    if (!language.isEmpty()) {
      form.put("Language", language);
    }
  }

  /** The signature does not cover where a field ends: a buyer's text must not begin another one. */
  private static String inOneField(String text) {
    return text.replace('&', '＆');
  }

  /** One name, or all but the others; DigitalPayment cannot be ignored. */
  private void writeMethods(Form form) {
    Set<String> chosen = names(attempt.methods().stream());
    if (chosen.size() == 1) {
      form.put("ChoosePayment", chosen.iterator().next());
    } else {
      Set<String> ignored = names(Arrays.stream(PaymentMethod.values()));
      ignored.removeAll(chosen);
      ignored.remove(name(PaymentMethod.DIGITAL_PAYMENT));
      form.put("ChoosePayment", "ALL");
      if (!ignored.isEmpty()) {
        form.put("IgnorePayment", String.join("#", ignored));
      }
    }
    attempt.offer().brand().ifPresent(brand -> form.put("ChooseSubPayment", brand));
  }

  private static Set<String> names(Stream<PaymentMethod> methods) {
    return methods.map(AioCheckOut::name).collect(Collectors.toCollection(TreeSet::new));
  }

  private static String name(PaymentMethod method) {
    return switch (method) {
      case CARD, INSTALMENTS, FLEXIBLE_INSTALMENTS, UNION_PAY -> "Credit";
      case APPLE_PAY -> "ApplePay";
      case ATM -> "ATM";
      case CVS_CODE -> "CVS";
      case CVS_BARCODE -> "BARCODE";
      case WEB_ATM -> "WebATM";
      case TWQR -> "TWQR";
      case BNPL -> "BNPL";
      case WEIXIN -> "WeiXin";
      case DIGITAL_PAYMENT -> "DigitalPayment";
    };
  }

  private void writeCard(Form form) {
    CardOffer card = attempt.offer().card();
    String instalments = instalments(card);
    if (!instalments.isEmpty()) {
      form.put("CreditInstallment", instalments);
    }
    if (card.bonusPoints()) {
      form.put("Redeem", "Y");
    }
    if (attempt.methods().contains(PaymentMethod.UNION_PAY)) {
      form.put("UnionPay", 1);
    }
    card.remember()
        .ifPresent(member ->
            form.put("BindingCard", 1).put("MerchantMemberID", merchant.value() + member.value()));
    card.periodic().ifPresent(terms -> writePeriod(form, terms));
  }

  private String instalments(CardOffer card) {
    Stream<String> counts = card.instalments().stream().sorted().map(String::valueOf);
    return Stream.concat(
            counts,
            attempt.methods().contains(PaymentMethod.FLEXIBLE_INSTALMENTS)
                ? Stream.of(FLEXIBLE)
                : Stream.empty())
        .collect(Collectors.joining(","));
  }

  private void writeExtras(Form form, Extras extras) {
    writeTexts(form, "CustomField", extras.customFields());
    writeTexts(form, "Desc_", extras.counterLines());
    extras.branch().ifPresent(branch -> form.put("StoreID", branch));
    extras.remark().ifPresent(remark -> form.put("Remark", remark));
    if (extras.codeOnOurPage()) {
      form.put("ClientRedirectURL", callbacks.hosted().paymentResult().value());
    }
  }

  private static void writeTexts(Form form, String name, List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      form.put(name + (i + 1), texts.get(i));
    }
  }

  /** R-ORD-15. */
  private void writePeriod(Form form, PeriodicTerms terms) {
    form.put("PeriodAmount", attempt.amount().twd())
        .put("PeriodType", terms.unit().code())
        .put("Frequency", terms.frequency())
        .put("ExecTimes", terms.times())
        .put("PeriodReturnURL", callbacks.hosted().periodReturn().value());
  }

  /** StoreExpireDate counts minutes for a code and days for a barcode: never said of both. */
  private void writeCodes(Form form) {
    Set<PaymentMethod> methods = attempt.methods();
    if (methods.contains(PaymentMethod.ATM)) {
      form.put("ExpireDate", attempt.offer().codes().atmDays());
    }
    boolean code = methods.contains(PaymentMethod.CVS_CODE);
    if (code != methods.contains(PaymentMethod.CVS_BARCODE)) {
      form.put(
          "StoreExpireDate",
          code ? attempt.offer().codes().cvsMinutes() : attempt.offer().codes().barcodeDays());
    }
    if (methods.stream().anyMatch(WITH_INFO::contains)) {
      form.put("PaymentInfoURL", callbacks.hosted().paymentInfo().value());
    }
  }
}
