package ecpay.adapter.http.transport;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import ecpay.adapter.http.setting.EcpaySettings.FileLimits;
import ecpay.domain.clock.ClockListener;
import ecpay.domain.journal.Silences;
import ecpay.domain.merchant.EcpayMerchantId;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/**
 * The way to ECPay: POST over TLS 1.2 or 1.3, one lane for each caller and service, and one for all
 * files.
 */
public final class Transport {
  private static final int MOST_LANES = 10_000;
  // Longer than a lane can be closed, so that an idle lane never forgets that it is (R-TRN-05).
  private static final Duration IDLE_LANE = Lane.CLOSED_AFTER_403.multipliedBy(2);

  private static final String NOTHING = "{}";
  // A knock may take as long as any call, and the call itself follows it.
  private static final Duration LONGEST_KNOCK = Duration.ofSeconds(5);

  private final ClockGuard ourClock;
  private final Exchange exchange;
  private final LoadingCache<Key, Lane> lanes;

  /**
   * @param proxy the way out, if not directly
   * @param trust the certificates to trust, if not the Java runtime's
   * @param silences what other nodes, and earlier runs, were told by HTTP 403
   * @param listener is told how far {@code clock} is from ECPay's
   */
  public Transport(
      Limits limits,
      Optional<ProxySelector> proxy,
      Optional<SSLContext> trust,
      Silences silences,
      Clock clock,
      ClockListener listener) {
    ourClock = new ClockGuard(clock, listener);
    exchange = new Exchange(limits, proxy, trust, ourClock);
    lanes =
        CacheBuilder.newBuilder()
            .maximumSize(MOST_LANES)
            .expireAfterAccess(IDLE_LANE)
            .build(
                CacheLoader.from(
                    key -> new Lane(key.name(), limits, key.gap(limits), silences, clock)));
  }

  /**
   * Sends a text once and waits for the answer. Nothing is repeated and no redirect followed.
   *
   * @param caller whose keys sign: what ECPay limits is the pace of whoever calls, so that all
   *     shops of a platform share one lane
   * @param body makes the text at the moment it leaves, because it holds the time (R-TRN-02)
   */
  public Reply post(
      EcpayMerchantId caller, Service service, Content content, URI uri, Supplier<String> body) {
    Lane lane = lane(caller, service);
    Instant asked = ourClock.now();
    return whyBlocked(lane, uri)
        .or(() -> whyTooLate(asked))
        .orElseGet(() -> lane.pass(() -> exchange.post(content, uri, body.get())));
  }

  /** Whoever wrote the call down counts on it to leave soon, or not at all. */
  private Optional<Reply> whyTooLate(Instant asked) {
    return Duration.between(asked, ourClock.now()).compareTo(LONGEST_KNOCK) > 0
        ? Optional.of(new Reply.NotSent("asking ECPay for its time took too long"))
        : Optional.empty();
  }

  /**
   * {@link #post}, for an answer that is a file: with status 200 it is written to {@code file}, and
   * the reply's body is empty. ECPay counts files by address, so that all callers share one lane,
   * in which nobody waits: who comes before {@link #filesFreeAt} is told so.
   */
  public Reply download(Content content, URI uri, Supplier<String> body, Path file) {
    Lane lane = files();
    return whyBlocked(lane, uri)
        .orElseGet(() -> lane.pass(() -> exchange.download(content, uri, body.get(), file)));
  }

  /** When the next file may be asked for, whoever it is for; empty for now. */
  public Optional<Instant> filesFreeAt() {
    return files().freeAt();
  }

  /** A request that names no merchant asks for nothing, and is answered with the time. */
  private Optional<Reply> whyBlocked(Lane lane, URI uri) {
    return ourClock.whyBlocked(() -> lane.pass(() -> exchange.post(Content.JSON, uri, NOTHING)));
  }

  private Lane lane(EcpayMerchantId caller, Service service) {
    return lanes.getUnchecked(new Key(Optional.of(caller), service));
  }

  private Lane files() {
    return lanes.getUnchecked(new Key(Optional.empty(), Service.STATEMENT));
  }

  /** What shares a contract, keys and a limit of pace at ECPay. */
  public enum Service {
    PAYMENT,
    INVOICE,
    /** Files, of which ECPay gives an address one a minute: they must stop no payment. */
    STATEMENT
  }

  /** What a request is written in. */
  public enum Content {
    JSON("application/json; charset=utf-8", "application/json"),
    FORM("application/x-www-form-urlencoded", "*/*");

    private final String type;
    private final String accepted;

    Content(String type, String accepted) {
      this.type = type;
      this.accepted = accepted;
    }

    String type() {
      return type;
    }

    String accepted() {
      return accepted;
    }
  }

  /**
   * Limits of every call.
   *
   * @param connectTimeout until the connection stands
   * @param readTimeout from there until the whole answer is here (R-TRN-04); what connecting did
   *     not use of its time is added
   * @param concurrency calls under way at once, per caller and service
   * @param spacing average time between two calls, per caller and service; zero for none
   * @param files what files may take
   */
  public record Limits(
      Duration connectTimeout,
      Duration readTimeout,
      int concurrency,
      Duration spacing,
      FileLimits files) {}

  /** What became of a POST. */
  public sealed interface Reply {
    /**
     * Somebody answered.
     *
     * @param body its first 6 MiB as UTF-8; of an answer with status 200 the whole
     */
    record Answered(int status, String body) implements Reply {}

    /** The request surely never left, or was turned away at the door (HTTP 403). */
    record NotSent(String reason) implements Reply {}

    /** The request left, or may have; no answer could be had. */
    record Lost(String reason) implements Reply {}
  }

  /**
   * @param caller none for what ECPay counts by address
   */
  private record Key(Optional<EcpayMerchantId> caller, Service service) {
    /** It is kept in the books, so that it must stay what it is. */
    String name() {
      return caller.map(id -> service + " " + id.value()).orElseGet(service::name);
    }

    Gap gap(Limits limits) {
      return new Gap(service == Service.STATEMENT ? limits.files().spacing() : Duration.ZERO);
    }
  }
}
