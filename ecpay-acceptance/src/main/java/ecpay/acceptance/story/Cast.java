package ecpay.acceptance.story;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.acceptance.actor.Buyer;
import ecpay.acceptance.actor.EcpaySide;
import ecpay.acceptance.actor.ShopSystem;
import ecpay.acceptance.actor.Web;
import java.net.URI;
import java.util.Optional;

/** Everybody who plays in a story on the sandbox, with somebody who tells it. */
public final class Cast implements AutoCloseable {
  private final Web shopWeb;
  private final Web buyerWeb;
  private final Web silent = new Web("nobody", Optional.empty(), _ -> {});
  private final ShopSystem shop;
  private final Buyer buyer;
  private final EcpaySide ecpay;
  private final Narrator narrator;
  private long told;

  public Cast(URI platform, String apiKey, URI sandbox, Narrator narrator) {
    this.narrator = narrator;
    this.shopWeb = new Web("shop ", Optional.empty(), narrator::heard);
    this.buyerWeb = new Web("buyer", Optional.empty(), narrator::heard);
    this.shop = new ShopSystem(platform, apiKey, shopWeb, silent);
    this.buyer = new Buyer(sandbox, buyerWeb);
    this.ecpay = new EcpaySide(sandbox, silent);
    tellNothingOfThePast();
  }

  public ShopSystem shop() {
    return shop;
  }

  public Buyer buyer() {
    return buyer;
  }

  public EcpaySide ecpay() {
    return ecpay;
  }

  public Narrator narrator() {
    return narrator;
  }

  /** Tells what went over the wire since it was last told. */
  public void tellTheWire() {
    for (JsonNode exchange : ecpay.wireAfter(told)) {
      told = exchange.path("sequence").asLong();
      narrator.wire(exchange);
    }
  }

  private void tellNothingOfThePast() {
    ecpay.wireAfter(0).forEach(exchange -> told = exchange.path("sequence").asLong());
  }

  @Override
  public void close() {
    shopWeb.close();
    buyerWeb.close();
    silent.close();
  }
}
