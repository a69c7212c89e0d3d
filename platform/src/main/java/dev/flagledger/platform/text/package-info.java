/** Text forms that must not depend on the language of the server. */
@NullMarked
package dev.flagledger.platform.text;

import org.jspecify.annotations.NullMarked;
