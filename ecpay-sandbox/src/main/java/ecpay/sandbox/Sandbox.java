package ecpay.sandbox;

import ecpay.sandbox.aio.AioRoom;
import ecpay.sandbox.aio.form.FormGate;
import ecpay.sandbox.callback.Courier;
import ecpay.sandbox.check.CheckRoom;
import ecpay.sandbox.check.TaxAuthority;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.control.ControlRoom;
import ecpay.sandbox.counter.CounterRoom;
import ecpay.sandbox.invoice.InvoiceRoom;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.pages.Assets;
import ecpay.sandbox.payment.PaymentRoom;
import ecpay.sandbox.track.TrackRoom;
import ecpay.sandbox.wire.Door;
import ecpay.sandbox.wire.EcpayGate;
import ecpay.sandbox.wire.Faults;
import ecpay.sandbox.wire.Journal;
import ecpay.sandbox.wire.Router;
import ecpay.sandbox.wire.WebServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * An ECPay that runs in this process: its operations, the buyer's pages, callbacks, and a control
 * API under {@code /sandbox}. Everything it knows is in memory and gone when it closes.
 */
public final class Sandbox implements AutoCloseable {
  private final WebServer server;
  private final Courier courier;
  private final Heartbeat heartbeat;
  private final SandboxClock clock;

  private Sandbox(WebServer server, Courier courier, Heartbeat heartbeat, SandboxClock clock) {
    this.server = server;
    this.courier = courier;
    this.heartbeat = heartbeat;
    this.clock = clock;
  }

  /**
   * Starts a sandbox.
   *
   * @throws IOException when the address cannot be bound
   */
  public static Sandbox start(SandboxOptions options) throws IOException {
    return start(options, Clock.systemUTC());
  }

  /**
   * Starts a sandbox whose clock begins and ticks with another.
   *
   * @param time the other clock; where it stands still, time passes only when the sandbox's is
   *     moved
   * @throws IOException when the address cannot be bound
   */
  static Sandbox start(SandboxOptions options, Clock time) throws IOException {
    var clock = new SandboxClock(time);
    var journal = new Journal(clock);
    var ledger = new Ledger(clock);
    var faults = new Faults();
    var authority = new TaxAuthority();
    var courier = new Courier(options.callbacks(), options.routes(), journal, clock);
    var door = new Door(faults, journal);
    var gate = new EcpayGate(options.merchants(), ledger, door, clock);
    var url = new AtomicReference<>(options.publicUrl());
    var router = new Router();
    Assets.open(router);
    var routes = options.routes();
    var forms = new FormGate(options.merchants(), ledger, door);
    var ecpg = PaymentRoom.open(router, gate, ledger, courier, routes, journal, clock, url::get);
    var aio = AioRoom.open(router, forms, ledger, courier, routes, journal, clock, url::get);
    CounterRoom.open(router, ledger, List.of(ecpg, aio), clock);

    InvoiceRoom.open(router, gate, ledger, courier, journal, clock, url::get);
    TrackRoom.open(router, gate, ledger, clock);
    CheckRoom.open(router, gate, authority);
    ControlRoom.open(router, ledger, faults, courier, journal, authority, clock);

    var address = new InetSocketAddress(options.bind(), options.port());
    var server = WebServer.start(address, options.tls().orElse(null), router);
    url.compareAndSet("", server.url());
    courier.start();
    return new Sandbox(server, courier, Heartbeat.start(ledger), clock);
  }

  /** Where it listens, without a slash at the end; 127.0.0.1 when bound to every address. */
  public String url() {
    return server.url();
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  /** The clock that {@code /sandbox/clock} moves, for whoever lives by the same time. */
  public SandboxClock clock() {
    return clock;
  }

  /** Stops listening and delivering. */
  @Override
  public void close() {
    heartbeat.close();
    courier.close();
    server.close();
  }
}
