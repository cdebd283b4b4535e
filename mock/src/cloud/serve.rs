//! One call, from its parameters to its answer.

use tablature_codegen::model::{Action, Parameters, Service};
use tablature_runtime::Method;
use tablature_runtime::sign::{Credentials, Nonces as _, RandomNonces, Target, sign};

use super::state::{Inner, Settings, State};
use crate::answer::{self, Answer, Failure, Outcome};
use crate::check::{self, Violated};
use crate::error::some;
use crate::fault::{self, Reply};
use crate::log::Call;
use crate::nonces::Nonces;
use crate::read::{self, Node};
use crate::recognise::{PRIVATE_PATH, Recognised, endpoint, host_and_path, last, recognise};
use crate::scheme;
use crate::store::{self, Refusal, Work};
use crate::verify::{Signature, Verifier, missing};
use crate::world::path_of;

/// A call as it came over HTTP.
pub(crate) struct Asked {
    pub(crate) method: Method,
    pub(crate) host: String,
    pub(crate) path: String,
    pub(crate) headers: Vec<(String, String)>,
    /// The parameters of query and form.
    pub(crate) pairs: Vec<(String, String)>,
    /// Whether there was a body that is no form.
    pub(crate) has_other_body: bool,
}

/// Answers a call, and remembers it.
pub(crate) fn serve(state: &State, asked: Asked) -> Reply {
    let mut call = recorded(&asked);
    let mut inner = state.lock();
    let reply = match recognise(&state.world, &asked.path, &asked.pairs) {
        Some(called) => Serving { state, called, asked: &asked, request_id: request_id() }.reply(&mut inner, &mut call),
        None => nobody(&asked).into(),
    };
    call.status = (reply.delivery != fault::Delivery::Nothing).then_some(reply.answer.status);
    inner.log.add(call);
    reply
}

fn recorded(asked: &Asked) -> Call {
    Call {
        number: 0,
        provider: None,
        action: None,
        method: if asked.method == Method::Post { "POST" } else { "GET" }.to_owned(),
        path: asked.path.clone(),
        headers: asked.headers.clone(),
        parameters: asked.pairs.clone(),
        signature: Signature::Unchecked,
        unknown: Vec::new(),
        violated: Vec::new(),
        fault: None,
        status: None,
    }
}

/// Nothing in the call speaks for any provider.
fn nobody(asked: &Asked) -> Answer {
    let words = "this is a fake cloud; no provider was recognised, because neither the parameter of a key nor the one \
                 that names an action is among the parameters of the call";
    Answer::json(serde_json::json!({ "fake cloud": format!("{words}{}", unread(asked)) })).status(404)
}

/// Why parameters may be missing that were sent, and signatures.
fn unread(asked: &Asked) -> String {
    let is_signed_elsewhere = asked.headers.iter().any(|(name, _)| name == "authorization");
    let reasons = [
        (
            asked.has_other_body,
            "the body was not read, because its content type is not application/x-www-form-urlencoded",
        ),
        (
            is_signed_elsewhere,
            "a signature is a parameter of the call, and is not looked for in the header Authorization",
        ),
    ];
    reasons.iter().filter(|(holds, _)| *holds).map(|(_, reason)| format!("; {reason}")).collect()
}

/// Unlike any other, in the form in which providers write it.
fn request_id() -> String {
    let text = RandomNonces.next().text().to_uppercase();
    let parts = [0..8, 8..12, 12..16, 16..20, 20..32].map(|part| text.get(part).unwrap_or_default());
    parts.join("-")
}

struct Serving<'a> {
    state: &'a State,
    called: Recognised<'a>,
    asked: &'a Asked,
    request_id: String,
}

impl Serving<'_> {
    fn reply(&self, inner: &mut Inner, call: &mut Call) -> Reply {
        let provider = &self.called.provider;
        call.provider = Some(provider.name.value.clone());
        call.action = self.called.action.map(|(service, action)| path_of(provider, service, action));
        let path = call.action.as_ref().unwrap_or(&provider.name.value);
        let fault = inner.faults.take(path);
        call.fault = fault.map(|fault| fault.to_string());
        if let Some(failure) = fault.and_then(fault::failure) {
            return self.failed(failure, "a fault that was asked for").into();
        }
        if let Some(reply) = fault.and_then(fault::replaced) {
            return reply;
        }
        let answer = self.answer(inner, call).unwrap_or_else(|refusal| refusal);
        fault::distorted(fault, answer, provider.status.field.as_deref())
    }

    /// The answer, or the refusal of a call that is not right.
    fn answer(&self, inner: &mut Inner, call: &mut Call) -> Result<Answer, Answer> {
        call.signature = self.signature(&mut inner.nonces);
        self.admit(call.signature)?;
        let Some((service, action)) = self.called.action else { return Err(self.without_action()) };
        let parameters = Parameters::new(&action.request, &self.called.provider.common);
        call.unknown = read::unknown(&parameters, &self.asked.pairs).into_iter().map(str::to_owned).collect();
        let given = read::tree(&action.fields, &Node::of(&self.asked.pairs), "");
        let violated = self.violated(service, action, &given);
        call.violated = violated.iter().map(ToString::to_string).collect();
        if !violated.is_empty() {
            return Err(answer::refused(self.called, &violated, &self.request_id));
        }
        let path = path_of(self.called.provider, service, action);
        if let Some(answer) = inner.answers.take(&path) {
            return Ok(answer);
        }
        let outcome = self.work(inner, service, action, &given).map_err(|refusal| self.refused(refusal))?;
        Ok(answer::succeeded(self.called.provider, action, &given, &outcome, &self.request_id))
    }

    /// Says where the action is served, if another provider of the same scheme has it: the path tells these apart.
    fn without_action(&self) -> Answer {
        let own = self.called.provider;
        let parameter = &own.action_parameter;
        let Some(name) = last(&self.asked.pairs, parameter).filter(|name| !name.is_empty()) else {
            return self.failed(Failure::Missing, &format!("{parameter} must be given, which names the action"));
        };
        let mut all = self.state.world.model.actions();
        let elsewhere = all.find(|(provider, _, action)| provider.scheme == own.scheme && action.name.value == name);
        let hint = elsewhere.map(|(provider, service, action)| {
            let path = endpoint(service, Some(action)).map_or(PRIVATE_PATH, |endpoint| host_and_path(endpoint).1);
            format!("; {} has it, and is served at {path}", provider.name.value)
        });
        let known = || {
            let actions = own.services.iter().flat_map(|service| &service.actions);
            format!("; {} has {}", own.name.value, some(actions.map(|action| &action.name.value)))
        };
        let words = format!("no action {name:?} is known{}", hint.unwrap_or_else(known));
        self.failed(Failure::UnknownAction, &words)
    }

    fn signature(&self, nonces: &mut Nonces) -> Signature {
        let Settings { keys, clock, tolerance, .. } = &self.state.settings;
        let mut verifier = Verifier { keys, now: clock.now(), tolerance: *tolerance, nonces };
        verifier.verify(self.called, self.target(), &self.asked.pairs)
    }

    fn admit(&self, signature: Signature) -> Result<(), Answer> {
        let (failure, words) = match signature {
            Signature::Right | Signature::Unchecked => return Ok(()),
            Signature::Wrong => (Failure::WrongSignature, "the signature is not the one that this key gives"),
            Signature::Missing => {
                let words = format!("the call names no key, or has no signature{}", unread(self.asked));
                return Err(self.failed(Failure::WrongSignature, &words));
            }
            Signature::UnknownKey => (Failure::UnknownKey, "the fake cloud was not given this key"),
            Signature::Replayed => (Failure::Replayed, "another call had the same nonce; each attempt needs a new one"),
            Signature::Incomplete => {
                let name = missing(self.called.provider, &self.asked.pairs).unwrap_or_default();
                return Err(self.failed(Failure::Missing, &format!("{name} must be given")));
            }
            Signature::OutOfTime => return Err(self.out_of_time()),
        };
        Err(self.failed(failure, words))
    }

    fn out_of_time(&self) -> Answer {
        let time = scheme::names(self.called.provider.scheme).time;
        let words = time.map_or_else(String::new, |(name, stamp)| {
            let minutes = self.state.settings.tolerance.as_secs() / 60;
            let given = last(&self.asked.pairs, name).unwrap_or_default();
            let form = format!("{name} must be written like {} and be at most {minutes} minutes", stamp.example());
            format!("{form} from the time of the server, {}; this call has {given:?}", self.state.settings.clock.now())
        });
        self.failed(Failure::OutOfTime, &words)
    }

    fn violated(&self, service: &Service, action: &Action, given: &read::Tree) -> Vec<Violated> {
        let mut violated = check::violations(self.called.provider, action, given);
        violated.extend(check::common_violations(self.called.provider, action, &self.asked.pairs));
        violated.extend(check::version_violation(self.called.provider, service, &self.asked.pairs));
        violated
    }

    fn work(
        &self,
        inner: &mut Inner,
        service: &Service,
        action: &Action,
        given: &read::Tree,
    ) -> Result<Outcome, Refusal> {
        let world = &self.state.world;
        let Some(role) = world.roles.get(&path_of(self.called.provider, service, action)) else {
            return Ok(Outcome::Shown);
        };
        match &role.work {
            Work::List(filters) => Ok(Outcome::Listed(inner.store.list(role, filters, action, given))),
            Work::Create(how) => {
                let call = store::Call { action, given, now: self.state.settings.clock.now() };
                let id = inner.store.create(world, role, how, &call)?;
                Ok(Outcome::Created(how.id.1.clone(), id))
            }
            Work::Delete(how) => inner.store.delete(role, how, action, given).map(|()| Outcome::Done),
        }
    }

    fn refused(&self, refusal: Refusal) -> Answer {
        match refusal {
            Refusal::NotFound => self.failed(Failure::NotFound, "nothing has this ID where it was looked for"),
            Refusal::Full => self.failed(Failure::Invalid, "the fake cloud holds too many of these already"),
        }
    }

    fn failed(&self, failure: Failure, words: &str) -> Answer {
        let told = answer::before_signed_text(self.called.provider).filter(|_| failure == Failure::WrongSignature);
        let words = told.map_or_else(|| words.to_owned(), |front| format!("{words}; {front}{}", self.signed_text()));
        answer::failed(self.called, failure, &words, &self.request_id)
    }

    /// The text whose signature a call has to have: without a secret, even where the scheme has one in it.
    fn signed_text(&self) -> String {
        let scheme = scheme::of_runtime(self.called.provider.scheme);
        let signed = sign(scheme, &self.target(), self.asked.pairs.clone(), &Credentials::new("", ""));
        signed.expose_string_to_sign().to_owned()
    }

    fn target(&self) -> Target<'_> {
        Target::new(self.asked.method, &self.asked.host, &self.asked.path)
    }
}
