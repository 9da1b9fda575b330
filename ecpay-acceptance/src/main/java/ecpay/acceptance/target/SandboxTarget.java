package ecpay.acceptance.target;

import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Narrator;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A platform that talks to the sandbox, both in this process: the default target. */
public final class SandboxTarget implements Target {
  private final House house;
  private final String apiKey;

  private SandboxTarget(House house, String apiKey) {
    this.house = house;
    this.apiKey = apiKey;
  }

  /**
   * Starts both on free ports, now.
   *
   * @param database settings of a database that is still empty
   */
  public static SandboxTarget start(Map<String, String> database) throws IOException {
    return start(database, Instant.now());
  }

  /** Starts both on free ports at another time, from which days may pass. */
  public static SandboxTarget start(Map<String, String> database, Instant begin)
      throws IOException {
    House house = House.start(0, Ports.free(), database, begin);
    return new SandboxTarget(house, house.platform().apiKey().orElseThrow());
  }

  public House house() {
    return house;
  }

  public String apiKey() {
    return apiKey;
  }

  @Override
  public boolean isStage() {
    return false;
  }

  @Override
  public Cast cast(Narrator narrator) {
    return new Cast(house.platformUrl(), apiKey, Optional.of(house.sandboxUrl()), narrator);
  }

  @Override
  public void close() {
    house.close();
  }
}
