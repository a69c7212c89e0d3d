package dev.flagledger.contract.view.identity;

/** A trait that was incremented. */
public record IncrementedTraitView(String traitKey, int traitValue, String identifier) {}
