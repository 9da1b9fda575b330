package ecpay.sandbox.merchant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The merchants the sandbox knows; a later entry of the same id and service replaces the earlier.
 */
public record Merchants(List<Merchant> all) {
  public Merchants {
    all = List.copyOf(all);
  }

  /** ECPay's public stage merchants (reference README section 4). */
  public static Merchants stage() {
    return new Merchants(
        List.of(
            Merchant.ordinary("3002607", Service.PAYMENT, "pwFHCqoQZGmho4w6", "EkRm7iFT261dpevs"),
            Merchant.platform(
                "3003008",
                Service.PAYMENT,
                "FCnGLNS7P3xQ2q3E",
                "awL5GRWRhyaybq13",
                Set.of("3002607")),
            Merchant.ordinary("3085779", Service.PAYMENT, "y6869NBszTuvhSRx", "BMm7FmX91dE8rpdw"),
            Merchant.ordinary("2000132", Service.INVOICE, "ejCk326UnaZWKisg", "q9jcZX8Ib9LM8wYk")));
  }

  /** These merchants and one more. */
  public Merchants and(Merchant merchant) {
    var more = new ArrayList<>(all);
    more.removeIf(m -> m.id().equals(merchant.id()) && m.service() == merchant.service());
    more.add(merchant);
    return new Merchants(more);
  }

  /**
   * These merchants, one of them a platform to which the given merchants are bound.
   *
   * @throws IllegalArgumentException when the platform is unknown
   */
  public Merchants bound(Service service, String platformId, Set<String> merchantIds) {
    var platform =
        find(service, platformId)
            .orElseThrow(() ->
                new IllegalArgumentException("there is no merchant " + platformId + " to bind to"));
    return and(new Merchant(platformId, service, platform.keys(), merchantIds));
  }

  /** The merchant with this id on this service. */
  public Optional<Merchant> find(Service service, String id) {
    return all.stream().filter(m -> m.service() == service && m.id().equals(id)).findFirst();
  }
}
