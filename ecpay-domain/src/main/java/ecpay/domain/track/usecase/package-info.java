/** What is done with number tracks, by the platform itself and by people. */
@NullMarked
package ecpay.domain.track.usecase;

import org.jspecify.annotations.NullMarked;
