package ecpay.app.web.api.order;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.app.web.api.invoice.PreferenceRequest;
import ecpay.app.web.api.invoice.Timing;
import ecpay.app.web.json.Findings;
import ecpay.app.web.json.JsonFields;
import ecpay.domain.contact.EmailAddress;
import ecpay.domain.contact.PhoneNumber;
import ecpay.domain.invoice.document.Taxation;
import ecpay.domain.money.Money;
import ecpay.domain.money.Quantity;
import ecpay.domain.money.TaxKind;
import ecpay.domain.money.UnitPrice;
import ecpay.domain.order.Buyer;
import ecpay.domain.order.InvoicePreference;
import ecpay.domain.order.InvoiceTiming;
import ecpay.domain.order.OrderContent;
import ecpay.domain.order.OrderLine;
import ecpay.domain.order.OrderReference;
import ecpay.domain.pricing.Priced;
import java.util.List;
import java.util.Optional;

/**
 * What {@code POST /orders} asks for. Everything wrong with it is reported together: where a part
 * is broken, a sound stand-in takes its place while the others are checked.
 *
 * @param priced how the order's lines came about
 */
record OrderRequest(OrderReference reference, OrderContent content, Priced priced) {
  private static final OrderReference SOME_REFERENCE = new OrderReference("stand-in");
  private static final EmailAddress SOME_EMAIL = new EmailAddress("stand.in@example.com");
  private static final Buyer SOME_BUYER =
      new Buyer("stand-in", Optional.of(SOME_EMAIL), Optional.empty());
  private static final Money SOME_MONEY = Money.of(1);
  private static final Taxation SOME_TAXATION =
      Taxation.of(List.of(TaxKind.TAXABLE), Optional.empty());
  private static final OrderLine SOME_LINE =
      new OrderLine("stand-in", Quantity.of(1), "x", UnitPrice.of(1), SOME_MONEY, TaxKind.TAXABLE);
  private static final Priced SOME_GOODS =
      new Priced(List.of(SOME_LINE), SOME_MONEY, SOME_MONEY, List.of(), Money.ZERO);

  /**
   * @param cards whether cards are offered as carriers (D-21)
   */
  static OrderRequest read(ObjectNode body, boolean cards) {
    Findings findings = new Findings();
    JsonFields order = new JsonFields(body, "", findings);
    OrderReference reference = order.requiredText("reference", OrderReference::new, SOME_REFERENCE);
    Buyer buyer = buyer(order.requiredObject("buyer"));
    Optional<Priced> basket = BasketRequest.read(order, findings).basket();
    JsonFields preference = order.requiredObject("invoice");
    InvoicePreference invoice = PreferenceRequest.read(preference, cards);
    InvoiceTiming timing =
        preference.object("timing").map(Timing::read).orElseGet(InvoiceTiming.OnPayment::new);
    preference.end();
    Optional<Money> total = order.whole("total", Money::new, SOME_MONEY);
    String description = order.text("description").orElse("Order " + reference.value());
    order.end();
    basket.ifPresent(priced ->
        findings.check(
            "invoice",
            () ->
                Taxation.of(
                    priced.lines().stream().map(OrderLine::tax).toList(), invoice.zeroRating()),
            SOME_TAXATION));
    Priced priced = basket.orElse(SOME_GOODS);
    Money due = basket.isPresent() ? total.orElse(priced.total()) : priced.total();
    OrderContent content =
        order.build(
            () -> new OrderContent(buyer, priced.lines(), due, description, invoice, timing),
            new OrderContent(
                SOME_BUYER,
                List.of(SOME_LINE),
                SOME_MONEY,
                "stand-in",
                PreferenceRequest.STAND_IN));
    findings.throwIfAny();
    return new OrderRequest(reference, content, priced);
  }

  private static Buyer buyer(JsonFields buyer) {
    String name = buyer.requiredText("name", "stand-in");
    Optional<EmailAddress> email = buyer.text("email", EmailAddress::new, SOME_EMAIL);
    Optional<PhoneNumber> phone =
        buyer.text("phone", PhoneNumber::new, new PhoneNumber("0900000000"));
    buyer.end();
    return buyer.build(() -> new Buyer(name, email, phone), SOME_BUYER);
  }
}
