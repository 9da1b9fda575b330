/** The control API under /sandbox: what tests read, and how they make the sandbox misbehave. */
@NullMarked
package ecpay.sandbox.control;

import org.jspecify.annotations.NullMarked;
