package br.gov.sp.prefeitura.redeinfo.shared.files;

/**
 * A file that has been looked through.
 *
 * @param name cleaned, its ending that of the kind
 */
public record CheckedFile(String name, FileKind kind) {}
