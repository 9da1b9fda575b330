package ecpay.acceptance.architecture.broken.doors;

/** One public type. */
public record FirstDoor() {}
