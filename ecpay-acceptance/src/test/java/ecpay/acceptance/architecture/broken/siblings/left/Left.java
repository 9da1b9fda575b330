package ecpay.acceptance.architecture.broken.siblings.left;

import ecpay.acceptance.architecture.broken.siblings.right.Right;

/** Breaks "not on each other". */
public record Left(Right neighbour) {}
