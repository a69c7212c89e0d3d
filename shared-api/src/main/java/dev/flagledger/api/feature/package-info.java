/** Features: what a flag is called and how it starts in every environment. */
@NullMarked
package dev.flagledger.api.feature;

import org.jspecify.annotations.NullMarked;
