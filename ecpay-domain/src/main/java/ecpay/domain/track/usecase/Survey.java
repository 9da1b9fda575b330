package ecpay.domain.track.usecase;

import ecpay.domain.invoice.document.InvoiceType;
import ecpay.domain.track.TrackAlarm;
import ecpay.domain.track.TrackStock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a run found of a term after it did what it could.
 *
 * @param stock as it is now; empty when ECPay did not tell
 * @param open the types for which something may be left to add or enable
 * @param refusals what ECPay did not do, each with its words
 * @param trouble why the run is not complete and is to be repeated
 */
record Survey(
    Optional<TrackStock> stock,
    Set<InvoiceType> open,
    Map<TrackAlarm, String> refusals,
    Optional<String> trouble) {
  Survey {
    open = Set.copyOf(open);
    refusals = Map.copyOf(refusals);
  }

  static Survey blind(String trouble) {
    return new Survey(Optional.empty(), Set.of(), Map.of(), Optional.of(trouble));
  }

  static Survey of(TrackStock stock) {
    return new Survey(Optional.of(stock), Set.of(), Map.of(), Optional.empty());
  }
}
