package br.gov.sp.prefeitura.redeinfo.shared.documents;

/**
 * How much of a file is read at most; more is refused.
 *
 * @param lines below the header
 * @param columns up to the last one with something in it
 * @param cellLength characters of one cell
 * @param unpackedBytes of everything in a workbook together
 */
public record TableLimits(int lines, int columns, int cellLength, long unpackedBytes) {}
