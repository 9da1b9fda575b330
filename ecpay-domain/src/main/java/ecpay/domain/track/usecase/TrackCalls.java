package ecpay.domain.track.usecase;

import ecpay.domain.answer.Answer;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.track.Allotment;
import ecpay.domain.track.TrackGateway;
import ecpay.domain.track.TrackGateway.Switched;
import ecpay.domain.track.TrackId;
import ecpay.domain.track.TrackSwitch;
import java.util.function.Supplier;

/** The calls that change tracks at ECPay. */
final class TrackCalls {
  private final TrackGateway gateway;

  TrackCalls(TrackGateway gateway) {
    this.gateway = gateway;
  }

  Answer<TrackId> add(Merchant merchant, Allotment allotment) {
    return journalled(() -> gateway.addInvoiceWordSetting(merchant, allotment));
  }

  Answer<Switched> turn(Merchant merchant, TrackId track, TrackSwitch to) {
    return journalled(() -> gateway.updateInvoiceWordStatus(merchant, track, to));
  }

  private static <T> Answer<T> journalled(Supplier<Answer<T>> call) {
    return call.get();
  }
}
