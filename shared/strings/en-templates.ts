import type { TemplateFacts } from '../template.ts'

/*
 * The templates that come with the app, in English (practices P1, P6, P7, P8, P11, P12, P19). {{field | else}} stands for
 * what is known of the person; what only the writer can know stands in [brackets]. Each message asks for one thing.
 */

/** In the order in which people meet them: from the first enquiry to the customer who recommends. */
export const readyTemplates: readonly TemplateFacts[] = [
  {
    name: 'First answer',
    kind: 'email',
    subject: 'Your question about {{leadTitle | what we do}}',
    body: `Hello {{firstName | there}},

thank you for writing to us{{#if company}} from {{company}}{{/if}}. The short answer to your question: [answer in one or two sentences].

To say what it would mean for you I need to know one thing more: [your question].

Ten minutes on the phone will do. Does {{tomorrow}} suit you, at [time one] or [time two]?

{{myName}}`,
  },
  {
    name: 'After a meeting',
    kind: 'email',
    subject: 'Our talk, and what happens next',
    body: `Hello {{firstName | there}},

thank you for your time today.

{{#if need}}
You said that this matters most: {{need}}
{{else}}
What I took away: [the problem, in their words]
{{/if}}
What we settled on: [what you agreed]

I will send you [what you promised] by [day].
{{#if nextMeeting}}
We speak again on {{nextMeeting}}.
{{else}}
When shall we speak again: [time one] or [time two]?
{{/if}}

Did I miss anything?

{{myName}}`,
  },
  {
    name: 'Something worth reading',
    kind: 'email',
    subject: '{{valueItem | [What it is about]}}',
    body: `Hello {{firstName | there}},

{{#if need}}
you told me about this: {{need}}. When I came across something on it, I thought of you:
{{else}}
when I came across this, I thought of you:
{{/if}}

{{valueItem | [what it is]}}
{{valueLink | [link]}}

The part on [the part that fits] is the one for {{company | you}}. Is it the same with you, or is it different? I will ask you next week.

{{myName}}`,
  },
  {
    name: 'Last note',
    kind: 'email',
    subject: 'Shall I close your file?',
    body: `Hello {{firstName | there}},

I have written a few times about {{leadTitle | [topic]}} and not heard from you, so I take it that there is no room for it at the moment. That is fine; I will not write about it again.

One line helps me, whichever it is:

- Later: name a month, and I am quiet until then.
- Not me: tell me who looks after it.
- No: say so, and I close the file.

An answer to this email reaches me at any time.

All the best,
{{myName}}`,
  },
  {
    name: 'Ask for an introduction',
    kind: 'email',
    subject: 'Who else has the problem you had?',
    body: `Hello {{firstName | there}},

you told me that [what has become better, in your customer's words]. That made my day.

Do you know one person who still has the problem you had? If so, here is something to forward; change it as you like:

“Hello [name], {{myName}} helped us{{#if company}} at {{company}}{{/if}} with [problem]. I think you two should talk. Shall I connect you?”

Could you send it this week? And if nobody comes to mind, that is fine too.

{{myName}}`,
  },
  {
    name: 'Confirm a meeting',
    kind: 'text',
    subject: '',
    body: 'Hello {{firstName | there}}, {{myName}} here. We speak on {{nextMeeting | [day and time]}}. Does that still suit you?',
  },
  {
    name: 'First call',
    kind: 'script',
    subject: '',
    body: `Hello {{firstName | there}}, this is {{myName}}. You asked us about {{leadTitle | [topic]}}. Do you have two minutes?

Ask, and write down their words:
- What made you look for this now?
- What have you tried so far, and what was missing?
- Who else decides with you?
- When does it have to work?

{{#if need}}
They said already: {{need}}. Ask what it costs them.
{{else}}
Say it back to them: “So the problem is …?”
{{/if}}

May I follow up, and how do you like it best: by phone, by email?

Before you hang up: the next step, with a day and a time. Then send the recap.`,
  },
  {
    name: 'Connect',
    kind: 'social',
    subject: '',
    body: 'Hello {{firstName | there}}, your post about [topic] stayed with me, above all [the point]. {{#if company}}How do you go about it at {{company}}?{{else}}How do you go about it?{{/if}}',
  },
]
