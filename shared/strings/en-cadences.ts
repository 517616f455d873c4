import type { CadenceFacts, Step } from '../cadence.ts'

/** A cadence that comes with the app: its facts, whose steps get their ids once it is added. */
export type ReadyCadence = Omit<CadenceFacts, 'steps'> & { steps: readonly Omit<Step, 'id'>[] }

/*
 * The cadences that come with the app, in English (practices P1, P3, P4, P6, P7, P8, P10, P19). Gaps widen, the channels
 * take turns, each message asks for one thing. {{field | else}} stands for what is known of the person; what only the
 * writer can know stands in [brackets]. The first line of an email is its subject.
 */

const minutes = (count: number): Step['after'] => ({ unit: 'minutes', count })
const days = (count: number): Step['after'] => ({ unit: 'working-days', count })

const inboundLead: ReadyCadence = {
  name: 'Inbound lead',
  purpose: 'For somebody who just asked about what you do. It answers within minutes, while they still have the question in mind, and stays in touch for ten working days.',
  steps: [
    {
      after: minutes(5), channel: 'call', time: null, clock: 'mine', brings: null,
      purpose: 'Answer while they are still at it',
      message: 'Hello {{firstName | there}}, this is {{myName}}. You wrote to us a few minutes ago, and I thought a call is quicker than a letter.\n\nAsk: What made you write today? What have you tried so far? When does it have to work?\n\nBefore you hang up: agree on a day and a time to speak next.',
    },
    {
      after: minutes(10), channel: 'text', time: null, clock: 'mine', brings: null,
      purpose: 'Say who called, and make answering easy',
      message: 'Hello {{firstName | there}}, {{myName}} here. I just tried to call about your enquiry. Does this afternoon or tomorrow morning suit you better?',
    },
    {
      after: minutes(45), channel: 'email', time: null, clock: 'mine', brings: null,
      purpose: 'Answer their question in writing and offer two times',
      message: 'Subject: Your question about [topic]\n\nHello {{firstName | there}},\n\nthank you for getting in touch. The short answer to your question: [answer in one or two sentences].\n\nTo say more I would need to know [the one thing you need to know]. Ten minutes on the phone will do: would [time one] or [time two] suit you?\n\n{{myName}}',
    },
    {
      after: days(1), channel: 'call', time: '10:00', clock: 'theirs', brings: null,
      purpose: 'Second try, at another time of day',
      message: 'Hello {{firstName | there}}, {{myName}} again. You asked us about [topic], and I have an answer for you.\n\nOn voicemail: say the answer in one sentence, and when you will call again. Then do.',
    },
    {
      after: days(2), channel: 'email', time: '08:30', clock: 'theirs', brings: 'article',
      purpose: 'Send something that helps with what they asked about',
      message: 'Subject: [What the article answers]\n\nHello {{firstName | there}},\n\nyou asked about [topic]. This article explains it better than I could in a few lines: [link]. The part on [section] is the one for {{company | you}}.\n\nIs that the problem you have, or is it a different one?\n\n{{myName}}',
    },
    {
      after: days(2), channel: 'social', time: null, clock: 'mine', brings: null,
      purpose: 'Connect where they are, without asking for anything big',
      message: 'Hello {{firstName | there}}, you wrote to us about [topic] last week. I am the one who would work with you on it. May I send you a short example here?',
    },
    {
      after: days(2), channel: 'call', time: '16:00', clock: 'theirs', brings: null,
      purpose: 'Third try, late in their day',
      message: 'Hello {{firstName | there}}, {{myName}}. I would like to know one thing: is [topic] still something you want to solve?\n\nYes: agree on a time. Later: agree on a date. No: thank them, and note why.',
    },
    {
      after: days(3), channel: 'email', time: '08:30', clock: 'theirs', brings: 'story',
      purpose: 'Tell how somebody like them solved it, and ask where things stand',
      message: 'Subject: How [customer] solved [problem]\n\nHello {{firstName | there}},\n\n[customer] came to us with the question you had. They [what they did], and now [what is different, in their words].\n\nShall I sketch what that would look like at {{company | yours}}? A yes is enough, and I will send it by [day].\n\n{{myName}}',
    },
  ],
}

const afterMeeting: ReadyCadence = {
  name: 'After a meeting',
  purpose: 'For the weeks after a good conversation. It starts with the recap on the same day and brings something useful each time, until there is a decision.',
  steps: [
    {
      after: days(0), channel: 'email', time: null, clock: 'mine', brings: null,
      purpose: 'Send the recap: what you heard, what was agreed, when you speak next',
      message: 'Subject: Our talk today, and what happens next\n\nHello {{firstName | there}},\n\nthank you for your time. What I took away: [problems, in their words].\nWhat we agreed: [solutions].\nI will [promise] by [date].\n\nWe speak next on [date and time]. Did I miss anything?\n\n{{myName}}',
    },
    {
      after: days(2), channel: 'email', time: '08:30', clock: 'theirs', brings: 'article',
      purpose: 'Send the one thing that fits what they told you',
      message: 'Subject: On [problem they named]\n\nHello {{firstName | there}},\n\nyou said that [problem, in their words]. I thought of this: [link]. It takes five minutes, and page [page] is about just that.\n\nHow do you handle it today?\n\n{{myName}}',
    },
    {
      after: days(3), channel: 'call', time: '10:00', clock: 'theirs', brings: null,
      purpose: 'Hear what came up since, and who else has a say',
      message: 'Hello {{firstName | there}}, I promised to call. What did you think of since we spoke?\n\nAsk: Who else looks at this with you? What would they want to know?\n\nBefore you hang up: the next step, with a date.',
    },
    {
      after: days(4), channel: 'email', time: '08:30', clock: 'theirs', brings: 'story',
      purpose: 'Show how somebody in their place went about it',
      message: 'Subject: [Customer] was where you are now\n\nHello {{firstName | there}},\n\nwhen we spoke you were weighing [option one] against [option two]. [Customer] had the same choice. They took [choice] because [reason], and this is what they would do differently: [lesson].\n\nWould you like to talk to them? I will gladly introduce you.\n\n{{myName}}',
    },
    {
      after: days(5), channel: 'social', time: null, clock: 'mine', brings: 'social-post',
      purpose: 'Stay in view with something new from their field',
      message: 'Hello {{firstName | there}}, this post on [topic] made me think of our talk: [link]. Do you see it the same way at {{company | yours}}?',
    },
    {
      after: days(6), channel: 'call', time: '15:00', clock: 'theirs', brings: null,
      purpose: 'Clear the way: what stands between them and a decision',
      message: 'Hello {{firstName | there}}, {{myName}}. If nothing changes with [problem], what happens by [season]?\n\nThen: What would have to be settled so that you can decide? Take it away as your promise, with a date.',
    },
    {
      after: days(8), channel: 'email', time: '08:30', clock: 'theirs', brings: null,
      purpose: 'Ask openly where it stands',
      message: 'Subject: [Topic]: now, later or not at all?\n\nHello {{firstName | there}},\n\na few weeks ago [problem] was worth an hour of your time. Things may have changed, and any answer helps me:\n\n1. Now: I send you two times for a talk.\n2. Later: name a month, and I am quiet until then.\n3. Not at all: tell me, and I will stop here.\n\nWhich one is it?\n\n{{myName}}',
    },
  ],
}

const afterProposal: ReadyCadence = {
  name: 'After a proposal',
  purpose: 'For the time between your offer and their decision. It makes sure the offer is understood, answers doubts before they grow, and asks for a decision in the end.',
  steps: [
    {
      after: days(1), channel: 'call', time: '10:00', clock: 'theirs', brings: null,
      purpose: 'Make sure it arrived, and go through it together',
      message: 'Hello {{firstName | there}}, did the proposal reach you? Let us open it together: page one is what you told me, page two is what I suggest.\n\nAsk: Which part will raise questions? Who will read it besides you?\n\nBefore you hang up: the day on which they want to decide.',
    },
    {
      after: days(2), channel: 'email', time: '08:30', clock: 'theirs', brings: null,
      purpose: 'Put the answers to their questions in writing',
      message: 'Subject: Your questions on the proposal\n\nHello {{firstName | there}},\n\nhere are the answers to what came up:\n\n- [Question]: [answer]\n- [Question]: [answer]\n\nForward this as it is to whoever looks at it with you. What else would they ask?\n\n{{myName}}',
    },
    {
      after: days(3), channel: 'email', time: '08:30', clock: 'theirs', brings: 'story',
      purpose: 'Take away the risk: somebody who decided the same',
      message: 'Subject: What [customer] asked before they decided\n\nHello {{firstName | there}},\n\n[Customer] had the same worry about [risk]. This is how it went for them: [two sentences].\n\nShall I arrange ten minutes on the phone with them?\n\n{{myName}}',
    },
    {
      after: days(3), channel: 'call', time: '15:00', clock: 'theirs', brings: null,
      purpose: 'Hear what they say when you are not in the room',
      message: 'Hello {{firstName | there}}, how was the proposal received on your side?\n\nListen first. Then: If it were your decision alone, what would you do? What has to change so that the others agree?\n\nNote every objection in their words.',
    },
    {
      after: days(4), channel: 'video', time: '11:00', clock: 'theirs', brings: 'tool',
      purpose: 'Work the numbers out with everybody who decides',
      message: 'Hello {{firstName | there}}, I have a sheet that works out [cost or gain] with your own figures. May I go through it with you and [colleague], fifteen minutes by video? I will change the figures while you watch.',
    },
    {
      after: days(5), channel: 'text', time: null, clock: 'mine', brings: null,
      purpose: 'One short question, easy to answer',
      message: 'Hello {{firstName | there}}, {{myName}} here. Is there anything in the proposal that I should change before you decide?',
    },
    {
      after: days(5), channel: 'call', time: '10:00', clock: 'theirs', brings: null,
      purpose: 'Settle the date: what has to be ready by when',
      message: 'Hello {{firstName | there}}, you wanted [result] by [date]. Counted back, we would have to start on [date].\n\nAsk: Does that date still hold? What do we leave out if it does not move?',
    },
    {
      after: days(7), channel: 'email', time: '08:30', clock: 'theirs', brings: null,
      purpose: 'Ask for a decision, whichever it is',
      message: 'Subject: Yes, later or no?\n\nHello {{firstName | there}},\n\nthe proposal is good until [date], and I keep the time for it free until then.\n\nWhich is it: yes, later or no? One word is enough. With a yes we start on [date]. With a later, name the month. A no is fine too, and I would learn from the reason.\n\n{{myName}}',
    },
  ],
}

const longNurture: ReadyCadence = {
  name: 'Gentle long nurture',
  purpose: 'For people who like what you do but have no need yet. Most of a year of rare touches, each with something worth their time, so that they think of you when the day comes.',
  steps: [
    {
      after: days(5), channel: 'email', time: '08:30', clock: 'theirs', brings: 'article',
      purpose: 'Begin with something useful and ask whether they want more of it',
      message: 'Subject: [What they will know afterwards]\n\nHello {{firstName | there}},\n\nyou told me that [topic] is not on your list now. Until it is, I would send you something useful on it every few weeks. The first one: [link].\n\nIs that all right with you? A no is enough, and I will stop.\n\n{{myName}}',
    },
    {
      after: days(10), channel: 'social', time: null, clock: 'mine', brings: 'social-post',
      purpose: 'Answer something they wrote, or share something they would',
      message: 'Hello {{firstName | there}}, I liked what you wrote about [topic]. This goes well with it: [link]. What is your experience?',
    },
    {
      after: days(15), channel: 'email', time: '08:30', clock: 'theirs', brings: 'infographic',
      purpose: 'One picture that says what takes others a page',
      message: 'Subject: [Topic] on one page\n\nHello {{firstName | there}},\n\nthis picture shows [what it shows]: [link]. Hang it up or pass it on.\n\nWhich of these steps takes you the longest?\n\n{{myName}}',
    },
    {
      after: days(20), channel: 'call', time: '15:00', clock: 'theirs', brings: null,
      purpose: 'Ask how they are and what has changed, sell nothing',
      message: 'Hello {{firstName | there}}, {{myName}}. I am not calling to sell anything: how did [what they told you about] go?\n\nListen for: new people, new plans, a date. End with when you will be in touch again.',
    },
    {
      after: days(25), channel: 'email', time: '08:30', clock: 'theirs', brings: 'event',
      purpose: 'Invite them to something they would go to without you',
      message: 'Subject: [Event] on [date]\n\nHello {{firstName | there}},\n\n[event] is on [date] in [place], and the talk on [topic] is close to what you do. I will be there.\n\nShall I keep a place for you?\n\n{{myName}}',
    },
    {
      after: days(30), channel: 'email', time: '08:30', clock: 'theirs', brings: 'story',
      purpose: 'A story from their trade, with a lesson they can use alone',
      message: 'Subject: What [customer] learnt about [topic]\n\nHello {{firstName | there}},\n\n[customer] does what you do, in [place]. Last year they changed [what], and the surprise was [lesson]. You can try the first step without us: [step].\n\nWould that work at {{company | yours}}?\n\n{{myName}}',
    },
    {
      after: days(35), channel: 'social', time: null, clock: 'mine', brings: 'social-post',
      purpose: 'Mark something of theirs: a move, a prize, an anniversary',
      message: 'Hello {{firstName | there}}, congratulations on [occasion]! How does [topic] look from there?',
    },
    {
      after: days(40), channel: 'email', time: '08:30', clock: 'theirs', brings: 'tool',
      purpose: 'Give them something they can work with at once',
      message: 'Subject: A [checklist or sheet] for [task]\n\nHello {{firstName | there}},\n\nwe made a [checklist or sheet] for [task], and it is yours: [link]. It takes ten minutes to fill in and shows [result].\n\nMay I look at yours and say what I see?\n\n{{myName}}',
    },
    {
      after: days(45), channel: 'call', time: '10:00', clock: 'theirs', brings: null,
      purpose: 'Ask whether the time has come, or when to ask again',
      message: 'Hello {{firstName | there}}, when we first spoke, [topic] was something for later. Is it later now?\n\nYes: agree on a meeting. Not yet: ask what has to happen first, and park them until then.',
    },
  ],
}

const breakUp: ReadyCadence = {
  name: 'Break-up',
  purpose: 'For somebody who has been silent through several touches. Two last tries over other channels, then one open-ended note, and after that you stop.',
  steps: [
    {
      after: days(0), channel: 'call', time: '16:30', clock: 'theirs', brings: null,
      purpose: 'One more try at a time of day you have not called yet',
      message: 'Hello {{firstName | there}}, {{myName}}. I have written a few times and do not want to be a nuisance. Is [topic] off the table, or only not its turn?\n\nOn voicemail: say that you will write one last time next week.',
    },
    {
      after: days(3), channel: 'social', time: null, clock: 'mine', brings: null,
      purpose: 'Another way in, in case the others never reached them',
      message: 'Hello {{firstName | there}}, my emails may have got lost. Are you still the right person for [topic] at {{company | your company}}, or is it somebody else by now?',
    },
    {
      after: days(5), channel: 'email', time: '08:30', clock: 'theirs', brings: null,
      purpose: 'The last note: no reproach, and the door stays open',
      message: 'Subject: My last note on [topic]\n\nHello {{firstName | there}},\n\nI have not heard from you, so I take it that [topic] has no room at the moment. That is fine, and I will not write again about it.\n\nFor the day when it comes up, this is what we can do for you, in three lines:\n\n- [what you offer]\n- [what you offer]\n- [what you offer]\n\nAn answer to this email reaches me whenever you like. If there is a better time to ask, which one is it?\n\nAll the best,\n{{myName}}',
    },
  ],
}

const customerCheckIns: ReadyCadence = {
  name: 'Customer check-ins',
  purpose: 'For the first year with a new customer. It shows them that they count after the sale as well, finds problems while they are small, and sees what else they need.',
  steps: [
    {
      after: days(2), channel: 'email', time: '08:30', clock: 'theirs', brings: null,
      purpose: 'Thank them, and say what happens now and whom to ask',
      message: 'Subject: Welcome, and what happens next\n\nHello {{firstName | there}},\n\nthank you for your trust. The next three things: [step and date], [step and date], [step and date].\n\nWhatever comes up, I am the one to ask: [phone]. What should be working by the end of the first month so that you are glad you chose us?\n\n{{myName}}',
    },
    {
      after: days(10), channel: 'call', time: '10:00', clock: 'theirs', brings: null,
      purpose: 'Hear how the start went, and put right what is not',
      message: 'Hello {{firstName | there}}, how were the first two weeks?\n\nAsk: What works as you thought? What does not yet? Who on your side should I hear from too?\n\nEverything that is not right becomes a promise of yours, with a date.',
    },
    {
      after: days(20), channel: 'email', time: '08:30', clock: 'theirs', brings: 'tool',
      purpose: 'Help them get more out of what they have',
      message: 'Subject: Three things most people find late\n\nHello {{firstName | there}},\n\nnow that you know your way around: [tip], [tip] and [tip]. Each takes a minute: [link].\n\nWhich one would you like me to set up with you?\n\n{{myName}}',
    },
    {
      after: days(40), channel: 'call', time: '15:00', clock: 'theirs', brings: null,
      purpose: 'Compare with what they wanted when they bought',
      message: 'Hello {{firstName | there}}, when you decided, you wanted [result]. Where do you stand with it today?\n\nGood: ask what made the difference, and whether you may quote it. Not good: ask what is in the way, and agree on a date.',
    },
    {
      after: days(45), channel: 'email', time: '08:30', clock: 'theirs', brings: 'article',
      purpose: 'Something new from their field that they should know',
      message: 'Subject: [What is new] and what it means for you\n\nHello {{firstName | there}},\n\n[what is new] comes on [date]. For {{company | you}} it means [consequence]. This sums it up well: [link].\n\nShall we look at it together for ten minutes?\n\n{{myName}}',
    },
    {
      after: days(50), channel: 'in-person', time: '11:00', clock: 'theirs', brings: null,
      purpose: 'Visit them: see how they work, ask what comes next',
      message: 'Let them show you how they use it. Ask: What would you never give back? What do you still do by hand? What do you plan for the next year?\n\nAfterwards: a recap on the same day, and a new lead for whatever they need next.',
    },
    {
      after: days(55), channel: 'video', time: '10:00', clock: 'theirs', brings: 'story',
      purpose: 'Look back on the year, and plan the next one together',
      message: 'Hello {{firstName | there}}, when you started, you had [starting point]. I have put together what has changed since, and how [customer] went on from there. May I show you, twenty minutes by video?',
    },
  ],
}

const referralAsk: ReadyCadence = {
  name: 'Referral ask',
  purpose: 'For a customer who has just told you that they are happy. It asks for one introduction, makes it easy to give, and says thank you.',
  steps: [
    {
      after: days(0), channel: 'call', time: '10:00', clock: 'theirs', brings: null,
      purpose: 'Hear in their own words what has become better, then ask',
      message: 'Hello {{firstName | there}}, what has become easier for you since we started?\n\nListen, and write their words down. Then: Who else do you know with the problem you had? One name is enough. May I send you three lines that you can pass on?',
    },
    {
      after: days(1), channel: 'email', time: '08:30', clock: 'theirs', brings: null,
      purpose: 'Give them an introduction that they only have to forward',
      message: 'Subject: An introduction to [name]\n\nHello {{firstName | there}},\n\nthank you for offering to introduce me to [name]. Here is something to forward, change it as you like:\n\n“Hello [name], {{myName}} helped us with [problem], and now [result, in their words]. I think you two should talk. Shall I connect you?”\n\nCould you send it this week?\n\n{{myName}}',
    },
    {
      after: days(8), channel: 'text', time: null, clock: 'mine', brings: null,
      purpose: 'Thank them, and remind them lightly',
      message: 'Hello {{firstName | there}}, did you get round to writing to [name]? If it does not fit after all, just say so. And thank you either way, it means a lot to me.',
    },
  ],
}

/** In the order in which people meet them: from the first enquiry to the customer who recommends. */
export const readyCadences: readonly ReadyCadence[] = [inboundLead, afterMeeting, afterProposal, longNurture, breakUp, customerCheckIns, referralAsk]
