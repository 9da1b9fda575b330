/** Who may call us: bearer keys of merchants' systems, known by their SHA-256 only. */
@NullMarked
package ecpay.app.access;

import org.jspecify.annotations.NullMarked;
