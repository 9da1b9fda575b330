/** The story for a newcomer, told on the terminal. */
@NullMarked
package ecpay.acceptance.demo;

import org.jspecify.annotations.NullMarked;
