package ecpay.app;

import com.google.inject.multibindings.ProvidesIntoSet;
import ecpay.app.reading.OrderBooks;
import ecpay.app.settings.Settings;
import ecpay.app.web.Routes;
import ecpay.app.web.api.boundcard.CardPaymentRoutes;
import ecpay.app.web.api.boundcard.CardRoutes;
import ecpay.app.web.checkout.BindRoutes;
import ecpay.app.web.page.Pages;
import ecpay.domain.boundcard.BoundCardGateway;
import ecpay.domain.boundcard.BoundCards;
import ecpay.domain.boundcard.usecase.BindCard;
import ecpay.domain.boundcard.usecase.CardBooks;
import ecpay.domain.boundcard.usecase.ConfirmBinding;
import ecpay.domain.boundcard.usecase.DeleteCard;
import ecpay.domain.boundcard.usecase.PayWithCard;
import ecpay.domain.merchant.Merchants;
import java.time.Clock;

/** Bound cards: their use cases, routes and pages. */
final class CardModule extends UseCases {
  @Override
  protected void configure() {
    useCase(CardBooks.class);
    useCase(BindCard.class);
    useCase(ConfirmBinding.class);
    useCase(DeleteCard.class);
    useCase(PayWithCard.class);
  }

  @ProvidesIntoSet
  static Routes cards(
      BindCard bind,
      DeleteCard delete,
      BoundCards cards,
      BoundCardGateway gateway,
      Merchants merchants,
      Settings settings) {
    return new CardRoutes(bind, delete, cards, gateway, merchants, settings.web().checkoutUrl());
  }

  @ProvidesIntoSet
  static Routes payments(PayWithCard pay, BoundCards cards, OrderBooks books, Settings settings) {
    return new CardPaymentRoutes(pay, cards, books, settings.web().checkoutUrl());
  }

  @ProvidesIntoSet
  static Routes pages(
      BindCard bind,
      BoundCards cards,
      Merchants merchants,
      Pages pages,
      Settings settings,
      Clock clock) {
    return new BindRoutes(
        bind, cards, merchants, pages, settings.checkout(), settings.web().checkoutUrl(), clock);
  }
}
