package ecpay.app.web.api.order;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.app.reading.OrderBooks.Dossier;
import ecpay.app.reading.Times;
import ecpay.app.reading.Words;
import ecpay.app.web.api.allowance.AllowanceView;
import ecpay.app.web.api.invoice.InvoiceView;
import ecpay.app.web.api.invoice.NotificationView;
import ecpay.app.web.api.invoice.Timing;
import ecpay.app.web.api.refund.RefundView;
import ecpay.domain.contact.EmailAddress;
import ecpay.domain.contact.PhoneNumber;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.event.RecordedEvent;
import ecpay.domain.order.Buyer;
import ecpay.domain.order.Order;
import ecpay.domain.order.OrderLine;
import ecpay.domain.payment.Payment;
import java.util.List;

/** An order as the API shows it: schema {@code Order} of the contract. */
final class OrderView {
  private final PaymentView payments;

  OrderView(PaymentView payments) {
    this.payments = payments;
  }

  ObjectNode of(Dossier dossier) {
    Order order = dossier.order();
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("id", order.id().value());
    view.put("reference", order.reference().value());
    view.put("placedAt", Times.iso(order.placedAt()));
    view.put("description", order.content().description());
    view.put("total", order.total().twd());
    view.put("paid", order.isPaid());
    order
        .payment()
        .ifPresent(settlement ->
            view.put("paidAt", Times.iso(settlement.at()))
                .put("paidBy", settlement.tradeNo().value()));
    buyer(view.putObject("buyer"), order.content().buyer());
    view.set("timing", Timing.view(order.content().timing()));
    view.set("lines", lines(order.content().lines()));
    ArrayNode attempts = view.putArray("payments");
    for (Payment payment : dossier.payments()) {
      attempts.add(payments.of(payment));
    }
    ArrayNode invoices = view.putArray("invoices");
    dossier.invoices().forEach(invoice -> invoices.add(InvoiceView.of(invoice, dossier)));
    ArrayNode allowances = view.putArray("allowances");
    dossier.allowances().forEach(allowance -> allowances.add(AllowanceView.of(allowance)));
    ArrayNode refunds = view.putArray("refunds");
    dossier.refunds().forEach(refund -> refunds.add(RefundView.of(refund)));
    ArrayNode notifications = view.putArray("notifications");
    dossier.notifications().forEach(notice -> notifications.add(NotificationView.of(notice)));
    incidents(view.putArray("incidents"), dossier.incidents());
    return view;
  }

  private static void buyer(ObjectNode view, Buyer buyer) {
    view.put("name", buyer.name());
    buyer.email().map(EmailAddress::value).ifPresent(email -> view.put("email", email));
    buyer.phone().map(PhoneNumber::value).ifPresent(phone -> view.put("phone", phone));
  }

  static ArrayNode lines(List<OrderLine> lines) {
    ArrayNode view = JsonNodeFactory.instance.arrayNode();
    for (OrderLine line : lines) {
      view.addObject()
          .put("line", view.size())
          .put("name", line.name())
          .put("quantity", line.quantity().value().toPlainString())
          .put("unit", line.unit())
          .put("unitPrice", line.price().value().toPlainString())
          .put("amount", line.amount().twd())
          .put("tax", Words.of(line.tax()));
    }
    return view;
  }

  private static void incidents(ArrayNode view, List<RecordedEvent> incidents) {
    for (RecordedEvent incident : incidents) {
      if (incident.event() instanceof IncidentRaised raised) {
        view.addObject()
            .put("at", Times.iso(incident.at()))
            .put("kind", raised.kind())
            .put("about", raised.about())
            .put("advice", raised.advice());
      }
    }
  }
}
