package ecpay.acceptance.architecture.broken.siblings.right;

/** The neighbour that should not be known. */
public record Right() {}
