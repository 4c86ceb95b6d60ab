package br.gov.sp.prefeitura.redeinfo.certificate.web;

import org.springframework.web.multipart.MultipartFile;

/** A code, or a file, or a file's SHA-256 made by the browser. */
class VerifyForm {

  private String code;
  private MultipartFile file;
  private String sha256;

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public MultipartFile getFile() {
    return file;
  }

  public void setFile(MultipartFile file) {
    this.file = file;
  }

  public String getSha256() {
    return sha256;
  }

  public void setSha256(String sha256) {
    this.sha256 = sha256 == null || sha256.isBlank() ? null : sha256;
  }
}
