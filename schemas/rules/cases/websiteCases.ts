import {agreement, date, euro, newsItem, project, redirect, reference, round, type Case} from './builders.ts'

const about = (id: string) => [{...reference(id), _key: 'a'}]

export const websiteCases: Case[] = [
  {
    rule: 'news-before-decision',
    name: 'news on the day of the approval, 11-12-2015',
    documents: [
      newsItem('news', {publishedOn: '2015-12-11', about: about('agreement-2016')}),
      agreement('agreement-2016', {approvedOn: date('2015-12-11'), signedOn: date('2016-03-07')}),
    ],
    finds: [],
  },
  {
    rule: 'news-before-decision',
    name: 'news of 21 March 2011 on an agreement signed in March',
    documents: [
      newsItem('news', {publishedOn: '2011-03-21', about: about('agreement-2011')}),
      agreement('agreement-2011', {signedOn: date('2011-03')}),
    ],
    finds: [],
  },
  {
    rule: 'news-before-decision',
    name: 'a day too early for the round of 23-02-2018',
    documents: [
      newsItem('news', {publishedOn: '2018-02-22', about: about('round')}),
      round('round', '2018', '2019', {decidedOn: date('2018-02-23')}),
    ],
    finds: ['about[a]'],
  },
  {
    rule: 'news-before-decision',
    name: 'before the first of two grants',
    documents: [
      newsItem('news', {publishedOn: '2016-05-12', about: about('p')}),
      project('p', {
        grants: [
          {amount: euro(912_702), decidedOn: date('2016-06')},
          {amount: euro(411_665), decidedOn: date('2016-05-13')},
        ],
      }),
    ],
    finds: ['about[a]'],
  },
  {
    rule: 'redirect-target',
    name: 'to a document, and to an address',
    documents: [redirect('a', {from: '/nl/oud', target: reference('p'), permanent: true})],
    finds: [],
  },
  {
    rule: 'redirect-target',
    name: 'nowhere, and from another site',
    documents: [redirect('a', {from: 'https://www.fdfa.be/nl/oud'})],
    finds: ['from', 'target'],
  },
  {
    rule: 'redirect-target',
    name: 'both, and to a script',
    documents: [redirect('a', {from: '/nl/oud', to: 'javascript:alert(1)', target: reference('p')})],
    finds: ['target', 'to'],
  },
  {
    rule: 'redirect-target',
    name: 'in a circle of two',
    documents: [redirect('a', {from: '/a', to: '/b'}), redirect('b', {from: '/b', to: '/a'})],
    finds: ['to'],
  },
  {
    rule: 'redirect-target',
    name: 'the same old address twice',
    documents: [redirect('a', {from: '/a', to: '/b'}), redirect('b', {from: '/a', to: '/c'})],
    finds: ['from'],
  },
]
