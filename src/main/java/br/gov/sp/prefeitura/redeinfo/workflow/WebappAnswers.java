package br.gov.sp.prefeitura.redeinfo.workflow;

import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Says no for the security chain to calls of the web applications' API, in the same form and
 * language as the API itself does.
 */
public interface WebappAnswers extends AuthenticationEntryPoint, AccessDeniedHandler {}
