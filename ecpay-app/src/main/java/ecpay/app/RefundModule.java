package ecpay.app;

import com.google.inject.multibindings.ProvidesIntoSet;
import ecpay.app.access.ApiKeyGate;
import ecpay.app.reading.OrderBooks;
import ecpay.app.web.Routes;
import ecpay.app.web.api.refund.CardRoutes;
import ecpay.app.web.api.refund.RefundRoutes;
import ecpay.app.web.console.PersonLog;
import ecpay.app.web.console.refund.ConsoleRefunds;
import ecpay.app.web.console.refund.RefundConsole;
import ecpay.app.web.console.refund.RefundDesk;
import ecpay.app.web.page.Pages;
import ecpay.domain.card.usecase.AskAboutCard;
import ecpay.domain.card.usecase.CapturePayment;
import ecpay.domain.card.usecase.WatchAuthorization;
import ecpay.domain.identity.Identities;
import ecpay.domain.invoice.usecase.settle.WithholdInvoices;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.refund.Refunds;
import ecpay.domain.refund.usecase.ChangeRefund;
import ecpay.domain.refund.usecase.RefundBooks;
import ecpay.domain.refund.usecase.RequestRefund;
import ecpay.domain.refund.usecase.WalkDocuments;
import ecpay.domain.refund.usecase.WalkMoney;
import ecpay.domain.refund.usecase.WalkRefund;
import java.time.Clock;

/** The use cases of the way back: cards after their authorisation, and refunds. */
final class RefundModule extends UseCases {
  @Override
  protected void configure() {
    useCase(AskAboutCard.class);
    useCase(CapturePayment.class);
    useCase(WatchAuthorization.class);
    useCase(WithholdInvoices.class);
    useCase(RefundBooks.class);
    useCase(WalkDocuments.class);
    useCase(WalkMoney.class);
    useCase(WalkRefund.class);
    useCase(RequestRefund.class);
    useCase(ChangeRefund.class);
  }

  @ProvidesIntoSet
  static Routes refunds(
      RequestRefund request,
      ChangeRefund change,
      Refunds refunds,
      Merchants merchants,
      OrderBooks books,
      Clock clock) {
    return new RefundRoutes(request, change, refunds, merchants, books, clock);
  }

  @ProvidesIntoSet
  static Routes console(
      ApiKeyGate gate,
      PersonLog log,
      OrderBooks books,
      Refunds refunds,
      RequestRefund request,
      Identities identities,
      Pages pages) {
    return new RefundConsole(
        gate, log, books, refunds, new ConsoleRefunds(request, identities), pages);
  }

  @ProvidesIntoSet
  static Routes desk(
      ApiKeyGate gate,
      PersonLog log,
      Refunds refunds,
      ChangeRefund change,
      Merchants merchants,
      Pages pages,
      Clock clock) {
    return new RefundDesk(gate, log, refunds, change, merchants, pages, clock);
  }

  @ProvidesIntoSet
  static Routes cards(AskAboutCard ask, CapturePayment capture, OrderBooks books) {
    return new CardRoutes(ask, capture, books);
  }
}
