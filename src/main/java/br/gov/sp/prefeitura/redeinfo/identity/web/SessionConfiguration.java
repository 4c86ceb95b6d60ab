package br.gov.sp.prefeitura.redeinfo.identity.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;

/** Requests get their session from the database ({@code identity.domain.SessionStore}). */
@Configuration
@EnableSpringHttpSession
class SessionConfiguration {}
