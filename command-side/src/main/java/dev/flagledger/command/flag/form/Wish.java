package dev.flagledger.command.flag.form;

import dev.flagledger.api.flag.FeatureValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request wants of a feature state.
 *
 * @param enabled null if nothing is said
 * @param value null if nothing is said
 * @param shares all that it is to have; empty if nothing is said
 */
public record Wish(@Nullable Boolean enabled, @Nullable FeatureValue value, Optional<List<SharesForm.Share>> shares) {}
