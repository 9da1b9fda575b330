package ecpay.app.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.app.reading.Words;
import ecpay.domain.contact.EmailAddress;
import ecpay.domain.contact.PhoneNumber;
import ecpay.domain.invoice.Taxation;
import ecpay.domain.money.Money;
import ecpay.domain.money.Quantity;
import ecpay.domain.money.Rounding;
import ecpay.domain.money.TaxKind;
import ecpay.domain.money.UnitPrice;
import ecpay.domain.order.Buyer;
import ecpay.domain.order.InvoicePreference;
import ecpay.domain.order.OrderContent;
import ecpay.domain.order.OrderLine;
import ecpay.domain.order.OrderReference;
import java.util.List;
import java.util.Optional;

/**
 * What {@code POST /orders} asks for. Everything wrong with it is reported together: where a part
 * is broken, a sound stand-in takes its place while the others are checked.
 */
record OrderRequest(OrderReference reference, OrderContent content) {
  private static final OrderReference SOME_REFERENCE = new OrderReference("stand-in");
  private static final EmailAddress SOME_EMAIL = new EmailAddress("stand.in@example.com");
  private static final Buyer SOME_BUYER =
      new Buyer("stand-in", Optional.of(SOME_EMAIL), Optional.empty());
  private static final Quantity SOME_QUANTITY = Quantity.of(1);
  private static final UnitPrice SOME_PRICE = UnitPrice.of(1);
  private static final Money SOME_MONEY = Money.of(1);
  private static final Taxation SOME_TAXATION =
      Taxation.of(List.of(TaxKind.TAXABLE), Optional.empty());
  private static final OrderLine SOME_LINE =
      new OrderLine("stand-in", SOME_QUANTITY, "x", SOME_PRICE, SOME_MONEY, TaxKind.TAXABLE);

  static OrderRequest read(ObjectNode body) {
    Findings findings = new Findings();
    JsonFields order = new JsonFields(body, "", findings);
    OrderReference reference = order.requiredText("reference", OrderReference::new, SOME_REFERENCE);
    Buyer buyer = buyer(order.requiredObject("buyer"));
    int before = findings.count();
    List<OrderLine> lines = lines(order, findings);
    boolean linesAreSound = findings.count() == before;
    InvoicePreference invoice = InvoiceRequest.read(order.requiredObject("invoice"));
    Optional<Money> total = order.whole("total", Money::new, SOME_MONEY);
    String description = order.text("description").orElse("Order " + reference.value());
    order.end();
    if (linesAreSound && !lines.isEmpty()) {
      findings.check(
          "invoice",
          () -> Taxation.of(lines.stream().map(OrderLine::tax).toList(), invoice.zeroRating()),
          SOME_TAXATION);
    }
    Money sum = order.build("total", () -> sum(lines), SOME_MONEY);
    OrderContent content =
        order.build(
            () ->
                new OrderContent(
                    buyer, lines, linesAreSound ? total.orElse(sum) : sum, description, invoice),
            new OrderContent(
                SOME_BUYER, List.of(SOME_LINE), SOME_MONEY, "stand-in", InvoiceRequest.STAND_IN));
    findings.throwIfAny();
    return new OrderRequest(reference, content);
  }

  private static Buyer buyer(JsonFields buyer) {
    String name = buyer.requiredText("name", "stand-in");
    Optional<EmailAddress> email = buyer.text("email", EmailAddress::new, SOME_EMAIL);
    Optional<PhoneNumber> phone =
        buyer.text("phone", PhoneNumber::new, new PhoneNumber("0900000000"));
    buyer.end();
    return buyer.build(() -> new Buyer(name, email, phone), SOME_BUYER);
  }

  private static List<OrderLine> lines(JsonFields order, Findings findings) {
    if (!order.has("lines")) {
      order.refuse("lines", "is required");
      return List.of(SOME_LINE);
    }
    return order.objects("lines").stream().map(line -> line(line, findings)).toList();
  }

  private static OrderLine line(JsonFields line, Findings findings) {
    int before = findings.count();
    String name = line.requiredText("name", "stand-in");
    Quantity quantity = line.requiredDecimal("quantity", Quantity::new, SOME_QUANTITY);
    String unit = line.requiredText("unit", "x");
    UnitPrice price = line.requiredDecimal("unitPrice", UnitPrice::new, SOME_PRICE);
    Optional<Money> given = line.whole("amount", Money::new, SOME_MONEY);
    TaxKind tax =
        line.word("tax", Words::taxKind, Words.of(TaxKind.values())).orElse(TaxKind.TAXABLE);
    line.end();
    boolean sound = findings.count() == before;
    Money exact =
        line.build(
            "amount",
            () -> Rounding.toWholeDollars(price.value().multiply(quantity.value())),
            SOME_MONEY);
    Money amount = sound ? given.orElse(exact) : exact;
    return line.build(() -> new OrderLine(name, quantity, unit, price, amount, tax), SOME_LINE);
  }

  private static Money sum(List<OrderLine> lines) {
    return Money.of(lines.stream().mapToLong(line -> line.amount().twd()).sum());
  }
}
