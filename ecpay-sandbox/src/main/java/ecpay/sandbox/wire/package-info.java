/** Everything between the socket and an operation: HTTP, routing, the envelope, faults, journal. */
@NullMarked
package ecpay.sandbox.wire;

import org.jspecify.annotations.NullMarked;
